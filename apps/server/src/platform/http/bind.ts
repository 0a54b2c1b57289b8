import { refusal } from '@lessor/kit'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { Duplex } from 'node:stream'
import { openExit, type Exit } from './exit.ts'
import { failureOf } from './faults.ts'
import { apiHeaders } from './headers.ts'

export interface Handlers {
  readonly request: RequestListener
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

/** A bound port. Until `serve` is called, every request is answered 503 with Retry-After. */
export interface BoundHttp extends Exit {
  readonly port: number
  serve(handlers: Handlers): void
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

const whileStarting: Handlers = {
  request: ({ headers }, response) => {
    const language = /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh'
    const { status, body, headers: extra } = failureOf(starting({ retryAfterS: 1 }), language, '')
    response.writeHead(status, { ...apiHeaders, ...extra, connection: 'close' }).end(body)
  },
  upgrade: (_request, socket) => {
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\r\n')
  },
}

/** Takes the port before anything else is made; 0 takes any free one. Throws when another program has it. */
export async function bindHttp(port: number, host: string): Promise<BoundHttp> {
  let current = whileStarting
  const server = createServer(patience, (incoming, outgoing) => current.request(incoming, outgoing))
  server.on('upgrade', (request, socket, head) => current.upgrade(request, socket, head))
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>()
  server.on('error', reject)
  server.listen(port, host, resolve)
  await listening
  const exit = openExit(server)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    get closing() {
      return exit.closing
    },
    close: exit.close,
    serve: (handlers) => void (current = handlers),
  }
}
