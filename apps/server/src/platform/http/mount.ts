import type { HttpBindings } from '@hono/node-server'
import { isJsonType } from '@lessor/kit'
import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { parse as parseCookies } from 'hono/utils/cookie'
import { admit, countAttempt, countingRefusals, permitted, underKey, type Entry } from '../entry/admit.ts'
import type { Caller } from '../entry/caller.ts'
import { reasonOf } from '../log-errors.ts'
import type { Metrics } from '../metrics.ts'
import { notJson } from '../refusals.ts'
import { parseJson, readBody } from './body.ts'
import type { CallerOf } from './caller.ts'
import { checkAll } from './check.ts'
import { failureOf, lastAnswerIn } from './faults.ts'
import { placeAt, type Gate, type Place } from './gate.ts'
import { apiHeaders } from './headers.ts'
import { isMedia, type Call, type Cookie, type Queue, type RawRequest, type Route } from './route.ts'

export type Bindings = { Bindings: HttpBindings }

export interface EntryOptions extends Entry {
  readonly callerOf: CallerOf
  readonly gates: Readonly<Record<Queue, Gate>>
  readonly metrics: Metrics
  readonly cookie: { readonly secure: boolean; readonly sameSite: 'Lax' | 'Strict' }
}

const writes = new Set(['post', 'patch', 'delete'])

/** What the path of a request says, where a route asks for it. */
interface Path {
  param(): Record<string, string>
  query(): Record<string, string>
}

/** An answer in the envelope, under the headers that all of them have and these. */
export interface Enveloped {
  readonly status: number
  readonly text: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** Answers a request, whatever goes wrong. Only a route that names a media type makes its own Response. */
export type Answer = (incoming: IncomingMessage, path: Path) => Promise<Response | Enveloped>

/** Serves a route through Hono. */
export function mount(app: Hono<Bindings>, { method, path }: Route, answer: Answer): void {
  app.on(method, path, async (c) => {
    const answered = await answer(c.env.incoming, c.req)
    if (answered instanceof Response) return answered
    const { text, status, headers } = answered
    const response = new Response(text, { status, headers: apiHeaders })
    for (const [name, value] of headers) response.headers.append(name, value)
    return response
  })
}

/**
 * How a route answers: body, line, who, same site, limit, fields, a visitor's own limit of the route, handler, envelope;
 * in this order.
 */
export function answerOf(route: Route, entry: EntryOptions): Answer {
  const gate = entry.gates[route.spec.queue ?? 'quick']
  const note = entry.metrics.countRequests(route.method, route.path)
  const lastAnswer = lastAnswerIn(route.envelope)
  const refused = (error: unknown, caller: Caller): Enveloped => {
    const { status, body, headers } = failureOf(error, caller, route.envelope)
    const at = { requestId: caller.requestId, route: route.path }
    // A bug is logged with its stack. An outage or a full queue is one line: there may be thousands a minute.
    if (status === 500) entry.log.error({ err: error, ...at }, 'a request failed')
    else if (status > 500) entry.log.warn({ reason: reasonOf(error), ...at }, 'a request was sent away')
    return { status, text: body, headers: Object.entries(headers) }
  }
  return async (incoming, path) => {
    const began = performance.now()
    let answered: Response | Enveloped = lastAnswer
    try {
      const caller = entry.callerOf(incoming)
      answered = await entered(incoming, path, route, entry, caller, gate).catch((error: unknown) =>
        refused(error, caller),
      )
    } catch (err) {
      // Refusing failed itself: `answered` is still the last answer.
      entry.log.error({ err, route: route.path }, 'a request could not be refused')
    } finally {
      note(answered instanceof Response ? 200 : answered.status, (performance.now() - began) / 1000)
    }
    return answered
  }
}

async function entered(
  incoming: IncomingMessage,
  path: Path,
  route: Route,
  entry: EntryOptions,
  caller: Caller,
  gate: Gate,
): Promise<Response | Enveloped> {
  // Before the gate: a slow sender takes no place.
  const bytes =
    (route.spec.body ?? route.spec.raw) && (await readBody(incoming, route.spec.bodyLimit ?? 65_536))
  const place = placeAt(gate)
  const turn = place.take()
  if (turn) await turn
  try {
    const served = () => serve(incoming, path, route, entry, caller, bytes, place)
    return await (route.spec.proves ? countingRefusals(entry, caller, served) : served())
  } finally {
    place.leave()
  }
}

async function serve(
  incoming: IncomingMessage,
  path: Path,
  route: Route,
  entry: EntryOptions,
  caller: Caller,
  bytes: Buffer | undefined,
  place: Place,
): Promise<Response | Enveloped> {
  const { spec, method } = route
  const { headers } = incoming
  const readsNone = spec.who === 'anyone' && !spec.setsCookie && !spec.readsDevice
  const cookies = readsNone ? {} : parseCookies(headers.cookie ?? '')
  const from = await admit(entry, spec, {
    caller,
    authorization: headers.authorization,
    cookies,
    writes: writes.has(method),
    arrival: arrivalOf(headers),
    outside: (work) => place.outside(work),
  })
  const set: [string, string][] = []
  const { requestId, origin } = caller
  const setCookie = (cookie: Cookie) => void set.push(['set-cookie', cookieText(cookie, caller, entry)])
  const data = await permitted(entry, spec, from, `${method.toUpperCase()} ${route.path}`, async () => {
    const [params, query, body] = fieldsOf(path, spec, headers, spec.raw ? undefined : bytes)
    await countAttempt(entry, spec, from)
    const key = spec.keyed ? headers['idempotency-key'] : undefined
    const cmd = underKey(from, key, () => fingerprintOf(incoming, route, bytes))
    const request = rawOf(incoming, bytes)
    return route.handle({ cmd, params, query, body, cookies, origin, setCookie, request } as Call)
  })
  if (isMedia(spec.data)) return data as Response
  return { status: 200, text: route.envelope.done(JSON.stringify(data), requestId), headers: set }
}

const rawOf = (
  { method = '', url = '', headers }: IncomingMessage,
  bytes: Buffer | undefined,
): RawRequest => ({
  method,
  url,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  body: bytes ?? Buffer.alloc(0),
})

function fieldsOf(
  path: Path,
  spec: Route['spec'],
  headers: IncomingHttpHeaders,
  bytes: Buffer | undefined,
): unknown[] {
  // A form of another site can send any text, but not under this type.
  if (bytes?.length && !isJsonType(headers['content-type'])) throw notJson()
  const json = bytes && parseJson(bytes)
  return checkAll([
    { schema: spec.params, value: spec.params && path.param() },
    { schema: spec.query, value: spec.query && path.query() },
    { schema: spec.body, value: json === undefined ? {} : json },
  ])
}

/** What the browser says of the page that sends a request. */
function arrivalOf(headers: IncomingHttpHeaders) {
  // Believed from anybody, unlike in `callersBehind`: no page of another site can write it, and behind an HTTPS proxy
  // that isn't named as trusted, nothing else but Sec-Fetch-Site says that the browser's scheme isn't ours.
  const proto = String(headers['x-forwarded-proto'] ?? '').split(',')[0]?.trim() // prettier-ignore
  return {
    origin: headers.origin,
    referer: headers.referer,
    fetchSite: headers['sec-fetch-site'],
    host: headers.host,
    scheme: proto === 'https' ? 'https' : 'http',
  } as const
}

function fingerprintOf({ url = '' }: IncomingMessage, route: Route, bytes: Buffer | undefined): Buffer {
  const request = createHash('sha256').update(`${route.method} ${url.split('?')[0]}\n`)
  return request.update(bytes ?? '').digest()
}

function cookieText({ name, value, maxAgeS }: Cookie, caller: Caller, { cookie }: EntryOptions): string {
  const secure = cookie.secure || caller.secure ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=${cookie.sameSite}${secure}`
}
