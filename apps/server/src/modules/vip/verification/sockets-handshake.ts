import { networkOf } from '@lessor/kit'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Services } from '../../../platform/command.ts'
import type { CallerOf } from '../../../platform/http/caller.ts'
import { failureOf } from '../../../platform/http/faults.ts'
import { bearerOf } from '../../../platform/entry/admit.ts'
import { sessionOfToken } from './tokens.ts'

/** Counts a handshake: by its session where it shows an access token of ours, else by the network it comes from. */
export async function countHandshake(
  services: Services,
  { headers }: IncomingMessage,
  ip: string,
): Promise<void> {
  const sessionId = signedSession(() =>
    sessionOfToken(services, bearerOf(headers.authorization), services.clock.now()),
  )
  if (sessionId === undefined) await services.limits.count('socket', networkOf(ip))
  else await services.limits.count('socketOfSession', sessionId)
}

function signedSession(read: () => string): string | undefined {
  try {
    return read()
  } catch {
    // Any failure here means no session; the reason is sent once the socket is open.
    return undefined
  }
}

/** Answers a handshake with why it is refused, and lets go of the connection. */
export function refuseHandshake(socket: Duplex, error: unknown, caller: ReturnType<CallerOf>): void {
  const { status, headers, body } = failureOf(error, caller)
  const lines = [
    `HTTP/1.1 ${status} Refused`,
    'Connection: close',
    'Content-Type: application/json; charset=UTF-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
