import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { leaseOf, presentLease } from '../leases/index.ts'
import { bearerOf } from '../../platform/http/mount.ts'
import type { Ground } from '../../platform/command.ts'
import type { Logger } from '../../platform/log.ts'
import { demandAlive } from './heartbeat.ts'
import type { Ended } from './end-sessions.ts'
import type { Registry } from './registry.ts'
import { sessionOfToken } from './tokens.ts'

/** The open WebSockets of this process: clients that hear at once what others learn at their next heartbeat. */
export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Tells the sessions' clients that they are out, and hangs up. */
  end(ended: Ended): void
  /** Tells an account's clients what it holds now. */
  leaseChanged(accountId: string): Promise<void>
  stop(): void
  readonly size: number
}

const authWithinMs = 10_000
const pingMs = 30_000
// Close codes of the application (RFC 6455, 7.4.2).
const closed = { ended: 4001, unauthenticated: 4401, going: 1001 } as const

interface Client {
  readonly socket: WebSocket
  readonly sessionId: string
  readonly accountId: string
}

export function openSockets(ground: Ground, registry: Registry, log: Logger): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4_096 })
  const bySession = new Map<string, Set<Client>>()
  const byAccount = new Map<string, Set<Client>>()
  const alive = new WeakSet<WebSocket>()

  const timer = setInterval(() => {
    for (const socket of server.clients) {
      // No pong since the last ping: the other side is gone without a word.
      if (!alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, pingMs)

  const say = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message))

  const enter = async (socket: WebSocket, token: string) => {
    const sessionId = await sessionOfToken(ground.secrets, token, ground.clock.now())
    const { session } = demandAlive(await registry.byId(sessionId))
    const client: Client = { socket, sessionId, accountId: session.accountId }
    add(bySession, sessionId, client)
    add(byAccount, session.accountId, client)
    socket.on('close', () => {
      remove(bySession, sessionId, client)
      remove(byAccount, session.accountId, client)
    })
    // It may have ended while it was not yet listed here.
    demandAlive(await registry.byId(sessionId))
    say(socket, { type: 'ready' })
  }

  const greet = (socket: WebSocket, request: IncomingMessage) => {
    alive.add(socket)
    socket.on('pong', () => alive.add(socket))
    socket.on('error', (err) => log.debug({ err }, 'a socket failed'))
    const refuse = (error: unknown) => {
      log.debug({ err: error }, 'a socket was refused')
      socket.close(closed.unauthenticated, error instanceof Error ? error.message.slice(0, 120) : '')
    }
    const { authorization } = request.headers
    if (authorization !== undefined) {
      attempt(() => enter(socket, bearerOf(authorization))).catch(refuse)
      return
    }
    const late = setTimeout(() => refuse(new Error('no token came')), authWithinMs)
    socket.on('close', () => clearTimeout(late))
    socket.once('message', (data) => {
      clearTimeout(late)
      attempt(() => enter(socket, tokenIn(String(data)))).catch(refuse)
    })
  }

  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (ws) => greet(ws, request)),
    end: ({ ids, reason }) => {
      for (const id of ids) {
        for (const { socket } of [...(bySession.get(id) ?? [])]) {
          say(socket, { type: 'session.ended', reason })
          socket.close(closed.ended, reason)
        }
      }
    },
    leaseChanged: async (accountId) => {
      const clients = byAccount.get(accountId)
      if (!clients) return
      const lease = await leaseOf(ground.db, accountId, ground.clock.now())
      for (const { socket } of clients) say(socket, { type: 'lease.changed', ...presentLease(lease) })
    },
    stop: () => {
      clearInterval(timer)
      for (const socket of server.clients) socket.close(closed.going)
      server.close()
    },
    get size() {
      return server.clients.size
    },
  }
}

/** So that what is thrown before the first await is refused like the rest. */
const attempt = async (work: () => Promise<void>) => work()

/** The token of the first message, `{"type":"auth","token":..}`. */
function tokenIn(text: string): string {
  const message = JSON.parse(text) as { type?: unknown; token?: unknown } | null
  return bearerOf(message?.type === 'auth' ? `Bearer ${String(message.token)}` : undefined)
}

function add(map: Map<string, Set<Client>>, key: string, client: Client): void {
  map.set(key, (map.get(key) ?? new Set()).add(client))
}

function remove(map: Map<string, Set<Client>>, key: string, client: Client): void {
  const clients = map.get(key)
  clients?.delete(client)
  if (clients?.size === 0) map.delete(key)
}
