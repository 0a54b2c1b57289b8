import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Enveloped } from './mount.ts'
import { isMedia, type Route } from './route.ts'

export type Direct = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

const plain = { param: () => ({}), query: () => ({}) }

/**
 * Answers the plainest requests on Node's own objects, at two thirds of the cost: those of a path without places and
 * question mark, with a body of known length within the limit or none. Answers false for any other, and touches it not.
 */
export function direct(routes: readonly (readonly [Route, Answer])[], isClosing: () => boolean): Direct {
  const table = new Map(
    routes
      .filter(([{ path, spec }]) => !path.includes(':') && !isMedia(spec.data))
      .map(([route, answer]) => [`${route.method.toUpperCase()} ${route.path}`, { route, answer }]),
  )
  return (incoming, outgoing) => {
    const found = table.get(`${incoming.method} ${incoming.url}`)
    if (!found || !isPlain(incoming, found.route)) return false
    void found.answer(incoming, plain).then((answered) => {
      const { status, text, headers, cookies } = answered as Enveloped
      if (isClosing()) outgoing.setHeader('connection', 'close')
      if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
      outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text)
    })
    return true
  }
}

function isPlain({ headers }: IncomingMessage, { spec }: Route): boolean {
  const length = headers['content-length']
  if (headers['transfer-encoding'] !== undefined || headers.expect !== undefined) return false
  return spec.body ? Number(length) <= (spec.bodyLimit ?? 65_536) : length === undefined
}
