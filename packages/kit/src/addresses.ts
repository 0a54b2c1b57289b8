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
