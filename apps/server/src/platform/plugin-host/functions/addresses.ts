import ipaddr from 'ipaddr.js'
import { BlockList, isIP } from 'node:net'

// What isn't globally reachable by the IANA Special-Purpose Address Registries (RFC 6890), and the address at which Azure's
// machines reach their host. Of IPv6, only 2000::/3 is given out at all, so everything else is special: mapped and
// compatible IPv4, NAT64, local and link-local ones too.
const specialIpv4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '168.63.129.16/32', '169.254.0.0/16', '172.16.0.0/12',
  '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24',
  '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
] // prettier-ignore
const specialIpv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const listOf = (ranges: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const range of ranges) {
    const [address, bits] = ipaddr.parseCIDR(range)
    list.addSubnet(address.toString(), bits, address.kind())
  }
  return list
}
const special = listOf([...specialIpv4, ...specialIpv6])
const givenOut = listOf(['2000::/3'])

/** Whether an address is of the public Internet; `text` is an address without brackets or zone. */
export function isPublicAddress(text: string): boolean {
  switch (isIP(text)) {
    case 4:
      return !special.check(text, 'ipv4')
    case 6:
      return givenOut.check(text, 'ipv6') && !special.check(text, 'ipv6')
    default:
      return false
  }
}

/** A range, or a single address as one; undefined when the text is neither. */
export function rangeIn(text: string): string | undefined {
  const bits = { 4: 32, 6: 128 }[isIP(text)]
  if (bits) return `${text}/${bits}`
  const [address = ''] = text.split('/')
  return isIP(address) && ipaddr.isValidCIDR(text) ? text : undefined
}

/** Whether an address lies in one of the ranges. */
export function isIn(ranges: readonly string[], address: string): boolean {
  const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  return listOf(ranges).check(address, kind)
}
