import type { Language } from '@lessor/kit'
import { randomUUIDv7 } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isIP, type Socket } from 'node:net'
import proxyAddr from 'proxy-addr'
import type { Caller } from '../entry/caller.ts'
import { addressIn } from './addresses.ts'

export type CallerOf = (incoming: IncomingMessage) => Caller

/** X-Forwarded-* and X-Request-Id count only from `proxies` (addresses or CIDR ranges): from anybody else they are just text. */
export function callersBehind(proxies: readonly string[], noteUnknown: (peer: string) => void): CallerOf {
  const isInRanges = proxyAddr.compile([...proxies])
  const isTrusted = (address: string) => isIP(address) !== 0 && isInRanges(address, 0)

  // The address of a connection stays: parsing it costs more than the rest of a request's caller.
  const lines = new WeakMap<Socket, Line>()
  const lineOf = (socket: Socket): Line => {
    const known = lines.get(socket)
    if (known) return known
    const peer = addressIn(socket.remoteAddress ?? '')
    const line = { peer, proxied: isTrusted(peer) }
    lines.set(socket, line)
    return line
  }

  return (incoming) => {
    const { headers } = incoming
    const { peer, proxied } = lineOf(incoming.socket)
    if (!proxied && isForwarded(headers)) noteUnknown(peer)
    const secure = proxied && headers['x-forwarded-proto'] === 'https'
    return {
      // A stranger's own would be in the audit log.
      requestId: (proxied && requestIdIn(headers['x-request-id'])) || randomUUIDv7(),
      ip: proxied ? clientOf(incoming, isTrusted) || peer : peer,
      userAgent: (headers['user-agent'] ?? '').slice(0, 300),
      language: languageOf(headers['accept-language']),
      secure,
      origin: `${secure ? 'https' : 'http'}://${hostOf(headers.host)}`,
    }
  }
}

interface Line {
  readonly peer: string
  readonly proxied: boolean
}

const isForwarded = (headers: IncomingHttpHeaders) =>
  headers['x-forwarded-for'] !== undefined || headers['x-forwarded-proto'] !== undefined

/** The address next to our own proxies: whatever stands left of it was written by the client. '' if it is none. */
function clientOf(incoming: IncomingMessage, isTrusted: (address: string) => boolean): string {
  const written = (text: string) => addressIn(text.trim())
  // The first is the peer, which is a trusted proxy.
  const client = written(proxyAddr(incoming, (text, i) => i === 0 || isTrusted(written(text))))
  return isIP(client) === 0 ? '' : client
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
