import { z } from '@hono/zod-openapi'
import type { RefusalType } from '@lessor/kit'
import type { Command } from '../command.ts'
import type { ActorOf, Rule, Who } from '../entry/who.ts'
import { codeMessage, type Envelope } from './envelope.ts'

/** Which line a request waits in: work that hashes passwords must not hold the places of the quick one. */
export type Queue = 'quick' | 'hashing'

/** A route says who may call it: without a rule it doesn't compile. */
export interface RouteSpec<W extends Who, Params, Query, Body, Data> extends Rule<W> {
  readonly summary: string
  readonly queue?: Queue
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** Its body is whatever comes: the handler reads `request` itself. */
  readonly raw?: true
  /** What the family's envelope is around; a route that answers something else names its media type. */
  readonly data: z.ZodType<Data> | { readonly media: string; readonly description: string }
  readonly refuses?: readonly RefusalType[]
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
  /** As it came, for a route that takes `raw` bodies. */
  readonly request: RawRequest
}

export interface RawRequest {
  readonly method: string
  /** With the query. */
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export type Method = 'get' | 'post' | 'patch' | 'delete'

export interface Route {
  readonly method: Method
  /** `/api/codes/:id` */
  readonly path: string
  readonly spec: RouteSpec<Who, unknown, unknown, unknown, unknown>
  readonly handle: (call: Call) => Promise<unknown>
  /** Its family's; the module's manifest names it. */
  readonly envelope: Envelope
}

const define =
  (method: Method) =>
  <W extends Who, Params, Query, Body, Data>(
    path: string,
    spec: RouteSpec<W, Params, Query, Body, Data>,
    handle: (call: Call<W, Params, Query, Body>) => Promise<Data | Response>,
  ): Route =>
    ({ method, path, spec, handle, envelope: codeMessage }) as unknown as Route

export const get = define('get')
export const post = define('post')
export const patch = define('patch')
export const del = define('delete')

/** The `data` of a reply that says nothing but that it was done. */
export const nothing = z.object({})

export const isMedia = (
  data: Route['spec']['data'],
): data is Extract<Route['spec']['data'], { readonly media: string }> => 'media' in data
