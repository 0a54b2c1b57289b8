import { connect } from 'node:net'
import { z } from 'zod'
import { HostRefusal, RemoteFailed } from '../host.ts'
import type { Breakers } from './breakers.ts'
import { demandHost, plainHost, type Granted } from './grants.ts'

export interface Mail {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
}

const line = z
  .string()
  .max(1_000)
  .regex(/^[^\r\n]*$/)

export const smtpArgs = z.tuple([
  z.strictObject({ to: z.array(z.email()).min(1).max(50), subject: line, text: z.string().max(100_000) }),
  z
    .strictObject({
      host: z.string().min(1).max(253),
      port: z.int().min(1).max(65_535).default(587),
      /** TLS from the first byte, as port 465 has it; otherwise STARTTLS, which must succeed. */
      isSecure: z.boolean().default(false),
      username: z.string().optional(),
      password: z.string().optional(),
      from: line,
    })
    .optional(),
])
type Server = NonNullable<z.output<typeof smtpArgs>[1]>

const timeoutMs = 10_000
/** From the connection to the end, and all that the server may say meanwhile. */
const totalMs = 25_000
const mostBytes = 256 * 1024

/** Hands a mail to a server that the interface names, at an address that is granted. */
export async function sendBy(
  server: Server,
  mail: Mail,
  { granted, breakers }: { granted: Granted; breakers: Breakers },
): Promise<void> {
  const host = plainHost(server.host)
  granted.demand('https', host, 443)
  demandHost(granted, host)
  await breakers.through(`${host}:${server.port}`, () => send({ ...server, host }, mail, granted))
}

async function send(server: Server, { to, subject, text }: Mail, granted: Granted): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const { host, port, isSecure, username, password, from } = server
  const transport = createTransport({
    host,
    port,
    secure: isSecure,
    requireTLS: !isSecure,
    ...(username && { auth: { user: username, pass: password ?? '' } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    // Its own way to resolve names knows nothing of granted addresses.
    getSocket: (_options: unknown, callback: (error: Error | null, made?: object) => void) => {
      const socket = connect({ host, port, lookup: granted.lookup, timeout: timeoutMs })
      socket.once('error', callback)
      socket.once('timeout', () => socket.destroy(new Error('no answer')))
      // The library reads whatever comes, for as long as it comes.
      const deadline = Date.now() + totalMs
      const watch = setInterval(() => {
        if (socket.bytesRead > mostBytes || Date.now() > deadline)
          socket.destroy(new Error('it says too much, or for too long'))
      }, 100)
      socket.once('close', () => clearInterval(watch))
      socket.once('connect', () => {
        socket.removeListener('error', callback)
        callback(null, { connection: socket })
      })
    },
  } as Parameters<typeof createTransport>[0])
  try {
    await transport.sendMail({ from, to: [...to], subject, text })
  } catch (error) {
    if (error instanceof HostRefusal) throw error
    const { responseCode, code } = error as { responseCode?: number; code?: string }
    const why = responseCode ?? code ?? 'no reason'
    // A refusal of this mail is an answer; anything else is the server's fault, which its breaker counts.
    if (responseCode) throw new HostRefusal(`${host} refused the mail (${why}).`)
    throw new RemoteFailed(`${host} could not take the mail: ${why}.`, { cause: error })
  } finally {
    transport.close()
  }
}
