// A stand-in for the server, because the client lies below it and can't import it. It speaks the documented wire to
// the letter, over real HTTP and a real WebSocket, but knows one account and decides nothing. The server's own tests
// play the same client against the server.
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Clock } from './clock.ts'
import type { Json } from './fields.ts'
import { newSigner } from './test-signer.ts'
import { openSockets } from './test-sockets.ts'

export interface Heard {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Json
}

/** `code` defaults to 0; `raw` is sent as it is, for what is no envelope. */
export interface Reply {
  readonly status?: number
  readonly code?: string
  readonly data?: unknown
  readonly raw?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Answer = (heard: Heard) => Reply | Promise<Reply>

export type StandIn = Awaited<ReturnType<typeof openStandIn>>

/** Starts a stand-in for the test that runs; `clock` dates what it signs. */
export async function openStandIn(clock: Clock) {
  const account = newAccount(clock)
  const heard: Heard[] = []
  const changed = new Map<string, Answer>()
  const sockets = openSockets()
  const server = createServer((request, response) => {
    void read(request).then(async (asked) => {
      heard.push(asked)
      const answer = changed.get(asked.path) ?? account.answers[asked.path] ?? nowhere
      const { status = 200, code = 0, data = null, raw, headers } = await answer(asked)
      const envelope = { code, message: code === 0 ? 'ok' : `text of ${code}`, data, requestId: 'request-1' }
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(raw ?? JSON.stringify(envelope))
    })
  })
  server.on('upgrade', (request, socket) => sockets.take(request, socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    sockets.cut()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    ...account,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Everything that was asked, in order. */
    heard: heard as readonly Heard[],
    sockets,
    /** Answers a path in another way from now on; undefined: as the wire says. */
    answer: (path: string, answer: Answer | undefined) =>
      void (answer ? changed.set(path, answer) : changed.delete(path)),
  }
}

const nowhere: Answer = () => ({ status: 404, code: 'not_found' })

const secondsOf = (date: Date | null) => date && Math.floor(date.getTime() / 1000)

/** One account with one session, and what the wire says of it. */
function newAccount(clock: Clock) {
  const { keys, sign } = newSigner()
  const state = { level: 0, expiresAt: null as Date | null, levelEndsAt: null as Date | null, intervalS: 600 }
  const user = { id: 'account-1', username: '张三' }
  const lease = () => ({ vip_level: state.level, vip_expires_at: state.expiresAt?.toISOString() ?? null })
  const claims = (nonce: unknown) => {
    const iat = Math.floor(clock.now() / 1000)
    const vexp = secondsOf(state.expiresAt)
    const lexp = secondsOf(state.levelEndsAt ?? state.expiresAt)
    const who = { iss: 'lessor', aud: keys.audience, sub: user.id, sid: 'session-1', hw: 'HW-1' }
    return {
      ...who,
      lvl: state.level,
      vexp,
      lexp,
      nonce,
      iat,
      exp: Math.min(iat + 2 * state.intervalS, lexp ?? Infinity),
    }
  }
  const alive = ({ body: { nonce } }: Heard) => ({
    heartbeat_interval: state.intervalS,
    ...lease(),
    signed: sign(claims(nonce)),
  })
  const answers: Readonly<Record<string, Answer>> = {
    '/.well-known/lessor/keys.json': () => ({ raw: JSON.stringify(keys) }),
    '/api/auth/register': ({ body: { username } }) => ({ data: { user: { id: user.id, username } } }),
    '/api/auth/login': (heard) => ({
      data: { token: 'token-1', session_token: 'secret-1', ...alive(heard), user },
    }),
    '/api/auth/logout': () => ({ data: {} }),
    '/api/heartbeat': (heard) => ({ data: alive(heard) }),
    '/api/recharge': () => ({ data: { ...lease(), added_days: 30, level: state.level } }),
    '/api/users/me': () => ({ data: { ...user, email: null, ...lease(), timeline: [] } }),
  }
  return { keys, sign, state, claims, alive, answers }
}

async function read(request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return { path: request.url ?? '', headers: request.headers, body: text ? (JSON.parse(text) as Json) : {} }
}
