import { networkOf, Refusal } from '@lessor/kit'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { vipOf, presentLease } from '../levels/index.ts'
import type { Ended } from '../../people/sessions/index.ts'
import type { CallerOf } from '../../../platform/http/caller.ts'
import { bearerOf } from '../../../platform/entry/admit.ts'
import type { Services } from '../../../platform/command.ts'
import type { Logger } from '../../../platform/log.ts'
import { unauthenticated } from '../../../platform/refusals.ts'
import { countHandshake, refuseHandshake } from './sockets-handshake.ts'
import { demandAlive } from './heartbeat.ts'
import type { Registry } from './registry.ts'
import { openGroups } from './sockets-groups.ts'
import { sessionOfToken } from './tokens.ts'

/** The open WebSockets of this process: clients that hear at once what others learn at their next heartbeat. */
export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Tells the sessions' clients that they are out, and hangs up. */
  end(ended: Ended): void
  /** The sessions that have any. */
  sessions(): string[]
  /** Tells an account's clients what it holds now. */
  leaseChanged(accountId: string): Promise<void>
  stop(): void
  readonly size: number
}

const authWithinMs = 5_000
const pingMs = 30_000
const maxMessageBytes = 8_192
const farewellMs = 2_000
// Over these the oldest is closed: a new one is a person who waits, an old one may be abandoned.
const strangersOfNetwork = 50
const socketsOfAccount = 50
// Close codes of the application (RFC 6455, 7.4.2).
const closed = { ended: 4001, unauthenticated: 4401, tooMany: 4029, going: 1001, failed: 1011 } as const

export function openSockets(
  services: Services,
  registry: Registry,
  callerOf: CallerOf,
  log: Logger,
): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes })
  const pulse = keepPulse(server)
  const bySession = openGroups()
  const byAccount = openGroups(socketsOfAccount)
  // Who has not said yet who it is, by network.
  const strangers = openGroups(strangersOfNetwork)

  const enter = async (socket: WebSocket, token: string) => {
    const sessionId = sessionOfToken(services, token, services.clock.now())
    const { session } = demandAlive(await registry.byId(sessionId))
    bySession.add(sessionId, socket)
    byAccount.add(session.accountId, socket).forEach(partTooMany)
    // It may have ended while it was not yet listed here.
    demandAlive(await registry.byId(sessionId))
    say(socket, { type: 'ready' })
  }

  const greet = (socket: WebSocket, request: IncomingMessage, network: string) => {
    pulse.watch(socket)
    socket.on('error', (err) => log.debug({ err }, 'a socket failed'))
    strangers.add(network, socket).forEach(partTooMany)
    tokenFrom(socket, request)
      .then((token) => enter(socket, token))
      .catch((error: unknown) => refuse(socket, error, log))
      .finally(() => strangers.remove(network, socket))
  }

  return {
    upgrade: (request, socket, head) => {
      const caller = callerOf(request)
      const greeted = (ws: WebSocket) => greet(ws, request, networkOf(caller.ip))
      countHandshake(services, request, caller.ip)
        .then(() => server.handleUpgrade(request, socket, head, greeted))
        .catch((error: unknown) => refuseHandshake(socket, error, caller))
    },
    end: ({ ids, reason }) => {
      for (const socket of ids.flatMap((id) => bySession.of(id))) endSocket(socket, reason)
    },
    sessions: bySession.keys,
    leaseChanged: (accountId) => sayLease(services, accountId, byAccount.of(accountId)),
    stop: () => {
      pulse.stop()
      hangUp(server)
    },
    get size() {
      return server.clients.size
    },
  }
}

function endSocket(socket: WebSocket, reason: Ended['reason']): void {
  say(socket, { type: 'session.ended', reason })
  part(socket, closed.ended, reason)
}

function refuse(socket: WebSocket, error: unknown, log: Logger): void {
  log.debug({ err: error }, 'a socket was refused')
  if (error instanceof Refusal) part(socket, closed.unauthenticated, reasonOf(error.message))
  else part(socket, closed.failed)
}

async function sayLease(services: Services, accountId: string, sockets: readonly WebSocket[]): Promise<void> {
  if (sockets.length === 0) return
  const lease = await vipOf(services.db, accountId, services.clock.now())
  for (const socket of sockets) say(socket, { type: 'lease.changed', ...presentLease(lease) })
}

/** A close frame holds 123 bytes of reason (RFC 6455, 5.5); a longer one would throw. */
const reasonOf = (text: string) =>
  Buffer.from(text)
    .subarray(0, 123)
    .toString()
    .replace(/\ufffd+$/, '')

/** Closes a socket; one whose other side doesn't answer is dropped soon, instead of being held for it. */
function part(socket: WebSocket, code: number, reason = ''): void {
  socket.close(code, reason)
  const late = setTimeout(() => socket.terminate(), farewellMs).unref()
  socket.once('close', () => clearTimeout(late))
}

const partTooMany = (socket: WebSocket) => part(socket, closed.tooMany)

const say = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message))

/** The access token: in the Authorization header, else in the first message, `{"type":"auth","token":..}`. */
async function tokenFrom(
  socket: WebSocket,
  { headers: { authorization } }: IncomingMessage,
): Promise<string> {
  if (authorization !== undefined) return bearerOf(authorization)
  const text = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(unauthenticated()), authWithinMs)
    socket.once('message', (data: RawData) => resolve((data as Buffer).toString()))
    socket.once('close', () => reject(unauthenticated()))
    socket.once('message', () => clearTimeout(late))
    socket.once('close', () => clearTimeout(late))
  })
  return bearerOf(`Bearer ${tokenIn(text)}`)
}

function tokenIn(text: string): string {
  try {
    const message = JSON.parse(text) as { type?: unknown; token?: unknown } | null
    return message?.type === 'auth' && typeof message.token === 'string' ? message.token : ''
  } catch {
    return ''
  }
}

/** Says farewell; who doesn't answer it in time is dropped, or would hold the process up. */
function hangUp(server: WebSocketServer): void {
  for (const socket of server.clients) socket.close(closed.going)
  setTimeout(() => server.clients.forEach((socket) => socket.terminate()), farewellMs).unref()
  server.close()
}

/** Pings every socket and drops those that don't answer: the other side is gone without a word. */
function keepPulse(server: WebSocketServer) {
  const alive = new WeakSet<WebSocket>()
  const timer = setInterval(() => {
    for (const socket of server.clients) {
      if (alive.delete(socket)) socket.ping()
      else socket.terminate()
    }
  }, pingMs)
  return {
    watch: (socket: WebSocket) => {
      alive.add(socket)
      socket.on('pong', () => alive.add(socket))
    },
    stop: () => clearInterval(timer),
  }
}
