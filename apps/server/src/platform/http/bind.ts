import { refusal } from '@lessor/kit'
import { createServer, type RequestListener } from 'node:http'
import type { Logger } from '../log.ts'
import { capConnections } from './capacity.ts'
import { openGracefulClose, type GracefulClose } from './graceful-close.ts'
import { failureOf } from './faults.ts'
import { apiHeaders } from './headers.ts'
import { onlyUpgrades, takeUpgrades, type Upgrades } from './upgrades.ts'

export interface Handlers {
  readonly request: RequestListener
  readonly upgrades: Upgrades
}

/** A bound port. Until `serve` is called, every request is answered 503 with Retry-After. */
export interface BoundHttp extends GracefulClose {
  readonly port: number
  serve(handlers: Handlers): void
  /** How many connections may be open at once. */
  cap(maxConnections: number, log: Logger): void
}

const starting = refusal('starting', 'unavailable', {
  en: 'The server is starting. Try again in a moment.',
  zh: '服务正在启动，请稍后重试。',
})

const patience = {
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
}

/** A connection on which nothing moves for so long is cut: who never reads an answer would hold it for ever. */
const stalledAfterMs = 120_000

const whileStarting: Handlers = {
  request: ({ headers }, response) => {
    const language = /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh'
    const {
      status,
      body,
      headers: extra,
    } = failureOf(starting({ retryAfterS: 1 }), { language, requestId: '' })
    response.writeHead(status, { ...apiHeaders, ...extra, connection: 'close' }).end(body)
  },
  // So that a handshake gets the same answer.
  upgrades: {},
}

/** Takes the port before anything else is made; 0 takes any free one. Throws when another program has it. */
export async function bindHttp(port: number, host: string, stalledMs = stalledAfterMs): Promise<BoundHttp> {
  let current = whileStarting
  const upgrades = () => current.upgrades
  const options = { ...patience, ...onlyUpgrades(upgrades) }
  const server = createServer(options, (incoming, outgoing) => current.request(incoming, outgoing))
  server.setTimeout(stalledMs)
  takeUpgrades(server, upgrades)
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>()
  // A name that is looked up in vain would otherwise pass for the database's.
  server.on('error', (error) => reject(Object.assign(error, { syscall: 'listen' })))
  server.listen(port, host, resolve)
  await listening
  const graceful = openGracefulClose(server)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    get closing() {
      return graceful.closing
    },
    close: graceful.close,
    serve: (handlers) => void (current = handlers),
    cap: (maxConnections, log) => capConnections(server, maxConnections, log),
  }
}
