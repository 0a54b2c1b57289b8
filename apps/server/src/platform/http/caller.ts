import { addressIn, type Language } from '@lessor/kit'
import { randomUUIDv7 } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** Who sent a request, as far as it can be known before anybody is authenticated. */
export interface Caller {
  readonly requestId: string
  readonly ip: string
  readonly userAgent: string
  readonly language: Language
  readonly secure: boolean
  /** How the caller names this server (`https://vip.example`): good for an answer to the same caller, and nobody else. */
  readonly origin: string
}

export type CallerOf = (incoming: IncomingMessage) => Caller

/** X-Forwarded-* and X-Request-Id count only from `proxies` (addresses or CIDR ranges): from anybody else they are just text. */
export function callersBehind(proxies: readonly string[], noteUnknown: (peer: string) => void): CallerOf {
  const trusted = new BlockList()
  for (const range of proxies) {
    const [address = '', bits] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    trusted.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  const isTrusted = (ip: string) => trusted.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4')

  return (incoming) => {
    const { headers } = incoming
    const peer = addressIn(incoming.socket.remoteAddress ?? '')
    const proxied = proxies.length > 0 && peer !== '' && isTrusted(peer)
    if (!proxied && isForwarded(headers)) noteUnknown(peer)
    const secure = proxied && headers['x-forwarded-proto'] === 'https'
    return {
      // A stranger's own would be in the audit log.
      requestId: (proxied && requestIdIn(headers['x-request-id'])) || randomUUIDv7(),
      ip: proxied ? clientBehind(headers['x-forwarded-for'], peer, isTrusted) : peer,
      userAgent: (headers['user-agent'] ?? '').slice(0, 300),
      language: languageOf(headers['accept-language']),
      secure,
      origin: `${secure ? 'https' : 'http'}://${hostOf(headers.host)}`,
    }
  }
}

const isForwarded = (headers: IncomingHttpHeaders) =>
  headers['x-forwarded-for'] !== undefined || headers['x-forwarded-proto'] !== undefined

/** The address next to our own proxies: whatever stands left of it was written by the client. */
function clientBehind(
  header: string | string[] | undefined,
  peer: string,
  isTrusted: (ip: string) => boolean,
): string {
  const chain = String(header ?? '')
    .split(',')
    .map((part) => addressIn(part.trim()))
  for (const ip of chain.reverse()) {
    if (isIP(ip) === 0) break
    if (!isTrusted(ip)) return ip
  }
  return peer
}

/** Whatever else a Host header may hold never gets into a link. */
const hostOf = (host = '') => (/^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host) ? host : 'localhost')

const requestIdIn = (header: string | string[] | undefined) =>
  typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : undefined

/** Chinese unless the caller prefers English: the first of the two that Accept-Language names. */
function languageOf(header: string | undefined): Language {
  if (!header) return 'zh'
  const first = /\b(zh|en)\b/i.exec(header)
  return first?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh'
}
