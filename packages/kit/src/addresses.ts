/** An IP address as a peer or a proxy writes it, without port, brackets or zone; IPv4 in IPv6 is IPv4. */
export function addressIn(text: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1]
  const withPort = /^([\d.]+):\d+$/.exec(text)?.[1]
  const address = (bracketed ?? withPort ?? text).split('%')[0] ?? ''
  const mapped = /^::ffff:(?:([\d.]+)|([\da-f]{1,4}):([\da-f]{1,4}))$/i.exec(address)
  if (!mapped) return address
  return mapped[1] ?? [mapped[2], mapped[3]].flatMap(bytesOf).join('.')
}

const bytesOf = (group = '') => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]

/**
 * What one caller is counted by: the address, of IPv6 the first 64 bits, because a line has all 2^64 addresses
 * behind them. Anything that is no IPv6 address comes back as it is.
 */
export function networkOf(address: string): string {
  if (!/^[\da-f:]*:[\da-f:.]*$/i.test(address)) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  // A dotted end takes the place of two groups.
  const width = right.length + left.length + (address.includes('.') ? 1 : 0)
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - width)).fill('0')
  const groups = [...left, ...gap, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${groups.join(':')}::/64`
}
