import { z } from '@hono/zod-openapi'
import type { RefusalType } from '@lessor/kit'
import type { Actor, Command } from '../command.ts'
import type { LimitName } from '../limits.ts'
import type { Permission } from '../permission.ts'

/**
 * Who may call a route: anybody, a signed-in customer, signed-in staff, or staff whose role has a permission.
 * There is no default: a route without a rule doesn't compile.
 */
export type Who = 'anyone' | 'customer' | 'staff' | Permission

/** Whether a route is for staff with one permission; the other three name no permission. */
export const isPermission = (who: Who): who is Permission => who.includes('.')

export type ActorOf<W extends Who> = W extends 'customer'
  ? Extract<Actor, { kind: 'account' }>
  : W extends 'anyone'
    ? Extract<Actor, { kind: 'visitor' }>
    : Extract<Actor, { kind: 'staff' }>

/** Which line a request waits in: work that hashes passwords must not hold the places of the quick one. */
export type Queue = 'quick' | 'hashing'

export interface RouteSpec<W extends Who, Params, Query, Body, Data> {
  readonly summary: string
  readonly who: W
  /** Absent: `open` by IP for anyone, `read` or `write` by actor otherwise. */
  readonly limit?: LimitName
  /**
   * The request itself proves who sends it (a password, a session token): refused ones count by IP, as refused cookies
   * do; right ones don't, so that no neighbour can keep their sender out.
   */
  readonly proves?: boolean
  readonly queue?: Queue
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** The `data` of the reply; a route that answers something else than the envelope names its media type. */
  readonly data: z.ZodType<Data> | { readonly media: string; readonly description: string }
  readonly refuses?: readonly RefusalType[]
  /** Moves money or time: takes an Idempotency-Key. */
  readonly keyed?: boolean
  /** Signs somebody in by cookie: another site must not, in a visitor's browser. */
  readonly setsCookie?: boolean
  /** Max body size in bytes (default 64 KiB). */
  readonly bodyLimit?: number
}

export interface Cookie {
  readonly name: string
  readonly value: string
  readonly maxAgeS: number
}

/** One request, authenticated and parsed. */
export interface Call<W extends Who = Who, Params = unknown, Query = unknown, Body = unknown> {
  readonly cmd: Command<ActorOf<W>>
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly cookies: Readonly<Record<string, string>>
  /** How the caller names this server; a link in the answer may begin with it where no public address is set. */
  readonly origin: string
  setCookie(cookie: Cookie): void
}

export type Method = 'get' | 'post' | 'patch' | 'delete'

export interface Route {
  readonly method: Method
  /** `/api/codes/:id` */
  readonly path: string
  readonly spec: RouteSpec<Who, unknown, unknown, unknown, unknown>
  readonly handle: (call: Call) => Promise<unknown>
}

const define =
  (method: Method) =>
  <W extends Who, Params, Query, Body, Data>(
    path: string,
    spec: RouteSpec<W, Params, Query, Body, Data>,
    handle: (call: Call<W, Params, Query, Body>) => Promise<Data | Response>,
  ): Route =>
    ({ method, path, spec, handle }) as unknown as Route

export const get = define('get')
export const post = define('post')
export const patch = define('patch')
export const del = define('delete')

/** The `data` of a reply that says nothing but that it was done. */
export const nothing = z.object({})

export const isMedia = (data: Route['spec']['data']): data is { media: string; description: string } =>
  'media' in data
