import type { IncomingMessage, ServerResponse } from 'node:http'
import { lastAnswerIn } from './faults.ts'
import { apiHeaders } from './headers.ts'
import type { Answer, Enveloped } from './mount.ts'
import { isMedia, type Route } from './route.ts'
import { turns } from './turn.ts'

export type Direct = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

// As a list: Node would take an object apart for every answer.
const always = Object.entries(apiHeaders).flat()

interface Found {
  readonly route: Route
  readonly answer: Answer
  /** The place that the path ends with, and what stands there. */
  readonly place?: string
}

/**
 * Answers the plainest requests on Node's own objects, at two thirds of the cost: those of a path that has no place but
 * its last part, no question mark and nothing encoded, with a body of known length within the limit or none. Answers
 * false for any other, and touches it not. Answers that are ready in one turn of the event loop are written together.
 */
export function direct(routes: readonly (readonly [Route, Answer])[], isClosing: () => boolean): Direct {
  const find = finder(routes)
  const endOfTurn = turns()
  return (incoming, outgoing) => {
    const { url = '' } = incoming
    const found = find(incoming.method ?? '', url)
    if (!found || !isPlain(incoming, found.route)) return false
    const params = found.place === undefined ? {} : { [found.place]: lastOf(url) }
    const send = ({ status, text, headers }: Enveloped) => {
      const head = [...always, 'content-length', String(Buffer.byteLength(text)), ...headers.flat()]
      if (isClosing()) head.push('connection', 'close')
      outgoing.writeHead(status, head).end(text)
    }
    found
      .answer(incoming, { param: () => params, query: () => ({}) })
      .catch(() => lastAnswerIn(found.route.envelope))
      .then((answered) => endOfTurn().then(() => send(answered as Enveloped)))
      // Half an answer can't be taken back.
      .catch(() => outgoing.destroy())
    return true
  }
}

function finder(routes: readonly (readonly [Route, Answer])[]) {
  // By whole paths, and by those up to their last part. A file's path is known too, and left to Hono.
  const exact = new Map<string, Found | undefined>()
  const above = new Map<string, Found>()
  for (const [route, answer] of routes) {
    const [, before, place] = /^([^:]*\/)(?::(\w+)|[^:/]*)$/.exec(route.path) ?? []
    const found = isMedia(route.spec.data) ? undefined : { route, answer, ...(place && { place }) }
    const method = route.method.toUpperCase()
    if (before && place === undefined) exact.set(`${method} ${route.path}`, found)
    else if (before && found) above.set(`${method} ${before}`, found)
  }
  return (method: string, url: string): Found | undefined => {
    const key = `${method} ${url}`
    if (exact.has(key)) return exact.get(key)
    if (/[?%#]|\/$/.test(url)) return undefined
    return above.get(key.slice(0, key.lastIndexOf('/') + 1))
  }
}

const lastOf = (url: string) => url.slice(url.lastIndexOf('/') + 1)

function isPlain({ headers }: IncomingMessage, { spec }: Route): boolean {
  const length = headers['content-length']
  if (headers['transfer-encoding'] !== undefined || headers.expect !== undefined) return false
  return spec.body ? Number(length) <= (spec.bodyLimit ?? 65_536) : length === undefined
}
