import type { HttpBindings } from '@hono/node-server'
import { refusal } from '@lessor/kit'
import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { parse as parseCookies } from 'hono/utils/cookie'
import type { Actor, Command, Ground } from '../command.ts'
import { notAllowed } from '../command.ts'
import type { LimitName, Limits } from '../limits.ts'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { crossSite, unauthenticated } from '../refusals.ts'
import { parseJson, readBody } from './body.ts'
import type { Caller, CallerOf } from './caller.ts'
import { checkAll } from './check.ts'
import { failureOf } from './faults.ts'
import type { Gate } from './gate.ts'
import { apiHeaders } from './headers.ts'
import type { Call, Cookie, Lane, Route } from './route.ts'

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

export interface Front {
  readonly ground: Ground
  readonly realms: Realms
  readonly callerOf: CallerOf
  readonly gates: Readonly<Record<Lane, Gate>>
  readonly limits: Limits
  readonly metrics: Metrics
  readonly log: Logger
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

/** Serves a route: body, line, limit, who, same site, fields, handler, envelope; in this order. */
export function mount(app: Hono<Bindings>, route: Route, front: Front): void {
  const gate = front.gates[route.spec.lane ?? 'quick']
  const observe = observerOf(route, front.metrics)
  app.on(route.method, route.path, async (c) => {
    const began = performance.now()
    const caller = front.callerOf(c.env.incoming)
    let status = 200
    try {
      // Before the gate: who sends slowly waits outside, and holds nobody's place.
      const bytes = route.spec.body && (await readBody(c.env.incoming, route.spec.bodyLimit ?? 65_536))
      await gate.enter()
      try {
        return await serve(c, route, front, caller, bytes)
      } finally {
        gate.leave()
      }
    } catch (error) {
      const failure = failureOf(error, caller.language, caller.requestId)
      status = failure.status
      const at = { requestId: caller.requestId, route: route.path }
      // A bug is told with its stack. An outage, or a full house, is one line: there may be thousands a minute.
      if (status === 500) front.log.error({ err: error, ...at }, 'a request failed')
      else if (status > 500) front.log.warn({ reason: String(error), ...at }, 'a request was sent away')
      return new Response(failure.body, { status, headers: { ...apiHeaders, ...failure.headers } })
    } finally {
      observe(status, (performance.now() - began) / 1000)
    }
  })
}

async function serve(
  c: Context<Bindings>,
  route: Route,
  front: Front,
  caller: Caller,
  bytes: Buffer | undefined,
): Promise<Response> {
  const { spec } = route
  const now = front.ground.clock.now()
  const cookies = spec.who === 'anyone' ? {} : parseCookies(c.req.header('cookie') ?? '')
  if (spec.who === 'anyone') await front.limits.count(spec.limit ?? 'open', caller.ip)
  const actor = await actorOf(c, route, front, cookies, now)
  if (actor.kind === 'account' || actor.kind === 'staff') await front.limits.count(limitOf(route), actor.id)
  const isByCookie =
    actor.kind === 'staff' || (actor.kind === 'account' && c.req.header('authorization') === undefined)
  if (isByCookie || spec.setsCookie) sameSite(c, route, front)

  const set: Cookie[] = []
  const [params, query, body] = fieldsOf(c, spec, bytes)
  const { requestId, ip, userAgent, language } = caller
  const { log, ground } = front
  const idempotency = spec.keyed ? idempotencyOf(c, route, bytes) : undefined
  const cmd: Command = { actor, now, requestId, ip, userAgent, language, log, ground, ...idempotency }
  const setCookie = (cookie: Cookie) => void set.push(cookie)
  const data = await route.handle({ cmd, params, query, body, cookies, setCookie } as Call)
  if (data instanceof Response) return data
  const text = `{"code":0,"message":"ok","data":${JSON.stringify(data)},"requestId":"${requestId}"}`
  const response = new Response(text, { headers: apiHeaders })
  for (const cookie of set) response.headers.append('set-cookie', cookieText(cookie, caller, front))
  return response
}

function fieldsOf(c: Context<Bindings>, spec: Route['spec'], bytes: Buffer | undefined): unknown[] {
  const json = bytes && parseJson(bytes)
  return checkAll([
    { schema: spec.params, value: spec.params && c.req.param() },
    { schema: spec.query, value: spec.query && c.req.query() },
    { schema: spec.body, value: json === undefined ? {} : json },
  ])
}

async function actorOf(
  c: Context<Bindings>,
  { spec }: Route,
  front: Front,
  cookies: Record<string, string>,
  now: Date,
): Promise<Actor> {
  if (spec.who === 'anyone') return visitor
  if (spec.who === 'customer') {
    const header = c.req.header('authorization')
    return front.realms.customer({ bearer: header === undefined ? header : bearerOf(header), cookies }, now)
  }
  const staff = await front.realms.staff(cookies, now)
  const permission = spec.who.slice('staff:'.length)
  if (permission && !staff.permissions.has(permission)) throw notAllowed()
  return staff
}

/** The token of an `Authorization: Bearer` header (RFC 6750). */
export function bearerOf(header: string | undefined): string {
  const match = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(header ?? '')
  if (!match?.[1]) throw unauthenticated()
  return match[1]
}

const limitOf = ({ method, spec }: Route): LimitName => spec.limit ?? (writes.has(method) ? 'write' : 'read')

/** A write that a cookie authenticates, or that sets one, must come from our own pages (product rule: Origin, else Referer). */
function sameSite(c: Context<Bindings>, { method }: Route, { origin }: Front): void {
  if (!writes.has(method)) return
  const source = c.req.header('origin') ?? c.req.header('referer')
  // Neither header: not a browser's request of another site; browsers send Origin with every cross-site write.
  if (source === undefined) return
  const from = URL.canParse(source) ? new URL(source) : undefined
  if (from?.host !== c.req.header('host') && from?.origin !== origin) throw crossSite()
}

function idempotencyOf(c: Context<Bindings>, route: Route, bytes: Buffer | undefined) {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return undefined
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw wrongKey()
  const request = createHash('sha256').update(`${route.method} ${c.req.path}\n`)
  return { idempotency: { key, request: request.update(bytes ?? '').digest() } }
}

function cookieText({ name, value, maxAgeS }: Cookie, caller: Caller, { cookie }: Front): string {
  const secure = cookie.secure || caller.secure ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=${cookie.sameSite}${secure}`
}

function observerOf(route: Route, { requests, latency }: Metrics) {
  const time = latency.labels({ route: route.path })
  const counters = new Map<number, { inc(): void }>()
  return (status: number, seconds: number) => {
    const counter =
      counters.get(status) ??
      requests.labels({ method: route.method, route: route.path, status: String(status) })
    counters.set(status, counter)
    counter.inc()
    time.observe(seconds)
  }
}
