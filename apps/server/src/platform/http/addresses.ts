import ipaddr from 'ipaddr.js'
import { isIP } from 'node:net'

/** An IP address as a peer or a proxy writes it, without port, brackets or zone; IPv4 in IPv6 is IPv4. */
export function addressIn(text: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1]
  const withPort = /^([\d.]+):\d+$/.exec(text)?.[1]
  const address = (bracketed ?? withPort ?? text).split('%')[0] ?? ''
  // The library also reads `1` and `0x7f.1` as addresses.
  return isIP(address) === 6 ? ipaddr.process(address).toString() : address
}
