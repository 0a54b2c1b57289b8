import type { HttpBindings } from '@hono/node-server'
import { isJsonType, isSameSite, Refusal, refusal, type RefusalKind } from '@lessor/kit'
import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { parse as parseCookies } from 'hono/utils/cookie'
import type { Actor, Command, Services } from '../command.ts'
import { notAllowed } from '../command.ts'
import type { LimitName, Limits } from '../limits.ts'
import type { Logger } from '../log.ts'
import { reasonOf } from '../log-errors.ts'
import type { Metrics } from '../metrics.ts'
import { crossSite, notJson, unauthenticated } from '../refusals.ts'
import { parseJson, readBody } from './body.ts'
import type { Caller, CallerOf } from './caller.ts'
import { checkAll } from './check.ts'
import { failureOf, lastAnswer } from './faults.ts'
import { placeAt, type Gate, type Place } from './gate.ts'
import { apiHeaders } from './headers.ts'
import { isPermission, isMedia, type Call, type Cookie, type Queue, type Route, type Who } from './route.ts'

export type Bindings = { Bindings: HttpBindings }

/** How the two realms know who is there. Each throws a refusal when nobody is. */
export interface Realms {
  /** By the token of an Authorization header; without one, by cookie. */
  customer(
    shown: { readonly bearer: string | undefined; readonly cookies: Readonly<Record<string, string>> },
    now: Date,
  ): Promise<Extract<Actor, { kind: 'account' }>>
  staff(cookies: Readonly<Record<string, string>>, now: Date): Promise<Extract<Actor, { kind: 'staff' }>>
}

export interface EntryOptions {
  readonly services: Services
  readonly realms: Realms
  readonly callerOf: CallerOf
  readonly gates: Readonly<Record<Queue, Gate>>
  readonly limits: Limits
  readonly metrics: Metrics
  readonly log: Logger
  /** Keeps what staff tried that their role doesn't allow, `PATCH /api/admin/settings`. */
  readonly noteForbidden: (cmd: Command, what: string) => Promise<void>
  /** How the world calls this server, where a proxy passes on another Host. */
  readonly origin: string | undefined
  readonly cookie: { readonly secure: boolean; readonly sameSite: 'Lax' | 'Strict' }
}

const wrongKey = refusal('idempotency_key_invalid', 'invalid', {
  en: 'An Idempotency-Key is 8 to 200 visible ASCII characters.',
  zh: 'Idempotency-Key 须为 8 到 200 个可见 ASCII 字符。',
})

const writes = new Set(['post', 'patch', 'delete'])
const visitor = { kind: 'visitor' } as const

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

/** How a route answers: body, line, who, same site, limit, fields, handler, envelope; in this order. */
export function answerOf(route: Route, entry: EntryOptions): Answer {
  const gate = entry.gates[route.spec.queue ?? 'quick']
  const note = entry.metrics.countRequests(route.method, route.path)
  const refused = (error: unknown, caller: Caller): Enveloped => {
    const { status, body, headers } = failureOf(error, caller.language, caller.requestId)
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
  // Before the gate: who sends slowly waits outside, and holds nobody's place.
  const bytes = route.spec.body && (await readBody(incoming, route.spec.bodyLimit ?? 65_536))
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
  const { spec } = route
  const { headers } = incoming
  const now = entry.services.clock.now()
  const { who } = spec
  const cookies = who === 'anyone' && !spec.setsCookie ? {} : parseCookies(headers.cookie ?? '')
  if (who === 'anyone' && !spec.proves) await entry.limits.count(spec.limit ?? 'open', caller.ip)
  const actor =
    who === 'anyone'
      ? visitor
      : await countingRefusals(entry, caller, () => actorOf(who, headers, entry, cookies, now))
  const isByCookie =
    actor.kind === 'staff' || (actor.kind === 'account' && headers.authorization === undefined)
  if ((isByCookie || spec.setsCookie) && writes.has(route.method)) await sameSite(headers, entry, caller)
  if (actor.kind === 'account' || actor.kind === 'staff') await entry.limits.count(limitOf(route), actor.id)

  const set: [string, string][] = []
  const { requestId, ip, userAgent, language, origin } = caller
  const { log, services } = entry
  const pause = (ms: number) => place.pause(ms)
  const from: Command = { actor, now, requestId, ip, userAgent, language, log, services, pause }
  const data = await notingForbidden(entry, from, route, async () => {
    demandRight(who, actor)
    const [params, query, body] = fieldsOf(path, spec, headers, bytes)
    const cmd = { ...from, ...(spec.keyed && idempotencyOf(incoming, route, bytes)) }
    const setCookie = (cookie: Cookie) => void set.push(['set-cookie', cookieText(cookie, caller, entry)])
    return route.handle({ cmd, params, query, body, cookies, origin, setCookie } as Call)
  })
  if (isMedia(spec.data)) return data as Response
  const text = `{"code":0,"message":"ok","data":${JSON.stringify(data)},"requestId":"${requestId}"}`
  return { status: 200, text, headers: set }
}

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

async function actorOf(
  who: Exclude<Who, 'anyone'>,
  { authorization }: IncomingHttpHeaders,
  entry: EntryOptions,
  cookies: Record<string, string>,
  now: Date,
): Promise<Actor> {
  if (who === 'customer') {
    const bearer = authorization === undefined ? undefined : bearerOf(authorization)
    return entry.realms.customer({ bearer, cookies }, now)
  }
  return entry.realms.staff(cookies, now)
}

function demandRight(who: Who, actor: Actor): void {
  if (actor.kind === 'staff' && isPermission(who) && !actor.permissions.has(who)) throw notAllowed()
}

/** What the role of staff doesn't allow is refused, and noted. */
async function notingForbidden<T>(
  entry: EntryOptions,
  cmd: Command,
  { method, path }: Route,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (cmd.actor.kind === 'staff' && error instanceof Refusal && error.kind === 'forbidden')
      await entry.noteForbidden(cmd, `${method.toUpperCase()} ${path}`)
    throw error
  }
}

const notProven: ReadonlySet<string> = new Set<RefusalKind>(['invalid', 'unauthenticated'])

/** Counts refused proofs by address; a right one passes, however many were wrong. */
async function countingRefusals<T>(
  { limits }: EntryOptions,
  { ip }: Caller,
  prove: () => Promise<T>,
): Promise<T> {
  try {
    return await prove()
  } catch (error) {
    if (error instanceof Refusal && notProven.has(error.kind)) await limits.count('refused', ip)
    throw error
  }
}

/** The token of an `Authorization: Bearer` header (RFC 6750). */
export function bearerOf(header: string | undefined): string {
  const match = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(header ?? '')
  if (!match?.[1]) throw unauthenticated()
  return match[1]
}

const limitOf = ({ method, spec }: Route): LimitName => spec.limit ?? (writes.has(method) ? 'write' : 'read')

/** A write that a cookie authenticates, or that sets one, must come from our own pages. */
async function sameSite(headers: IncomingHttpHeaders, entry: EntryOptions, { ip }: Caller): Promise<void> {
  // Believed from anybody, unlike in `callersBehind`: no page of another site can write it, and behind an HTTPS proxy
  // that isn't named as trusted, nothing else but Sec-Fetch-Site says that the browser's scheme isn't ours.
  const proto = String(headers['x-forwarded-proto'] ?? '').split(',')[0]?.trim() // prettier-ignore
  const arrival = {
    origin: headers.origin,
    referer: headers.referer,
    fetchSite: headers['sec-fetch-site'],
    host: headers.host,
    scheme: proto === 'https' ? 'https' : 'http',
    publicOrigin: entry.origin,
  } as const
  if (isSameSite(arrival)) return
  // Not among the actor's own: another site could use those up.
  await entry.limits.count('refused', ip)
  throw crossSite()
}

function idempotencyOf({ headers, url = '' }: IncomingMessage, route: Route, bytes: Buffer | undefined) {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) throw wrongKey()
  const request = createHash('sha256').update(`${route.method} ${url.split('?')[0]}\n`)
  return { idempotency: { key, request: request.update(bytes ?? '').digest() } }
}

function cookieText({ name, value, maxAgeS }: Cookie, caller: Caller, { cookie }: EntryOptions): string {
  const secure = cookie.secure || caller.secure ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=${cookie.sameSite}${secure}`
}
