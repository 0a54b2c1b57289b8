import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** How a simulated service behaves: as it should, or it never answers, breaks off, answers junk, or 500. */
export type Mode = 'well' | 'hangs' | 'dies' | 'junk' | 'fails'

/** A request as it came. */
export interface Heard {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Of the query and of a body that is a form. */
  readonly fields: Readonly<Record<string, string>>
}

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

interface Service {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly heard: readonly Heard[]
  behave(mode: Mode): void
  close(): Promise<void>
}

/** An HTTP server on loopback with a function for each path; a path that ends in `*` has all below it. It keeps no process alive. */
export async function openService(routes: Readonly<Record<string, (heard: Heard) => Reply>>): Promise<Service> {
  const heard: Heard[] = []
  let mode: Mode = 'well'
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const one = await heardIn(request)
    heard.push(one)
    if (mode === 'hangs') return
    if (mode === 'dies') return void request.socket.destroy()
    const { status = 200, headers = {}, body } = mode === 'well' ? replyOf(routes, one) : broken[mode]
    response.writeHead(status, headers).end(body)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  server.unref()
  return {
    heard,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: (next) => {
      mode = next
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
} // prettier-ignore

const broken: Readonly<Record<'junk' | 'fails', Reply>> = {
  junk: { body: '<!doctype html><title>Just a moment...</title>' },
  fails: { status: 500, body: '{"error":"internal"}' },
}

async function heardIn(request: IncomingMessage): Promise<Heard> {
  const { method = 'GET', url: path = '/', headers } = request
  const body = await text(request)
  const form = headers['content-type']?.includes('x-www-form-urlencoded') ? new URLSearchParams(body) : []
  const query = new URL(path, 'http://localhost').searchParams
  return { method, path, headers, body, fields: Object.fromEntries([...query, ...form]) }
}

function replyOf(routes: Readonly<Record<string, (heard: Heard) => Reply>>, heard: Heard): Reply {
  const [path = ''] = heard.path.split('?')
  const matches = (route: string) => (route.endsWith('*') ? path.startsWith(route.slice(0, -1)) : path === route)
  const found = Object.entries(routes).find(([route]) => matches(route))
  return found ? found[1](heard) : { status: 404, body: '404' }
} // prettier-ignore
