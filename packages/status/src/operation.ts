import type { z } from 'zod'
import type { StatusStore } from './port.ts'

/** What an operation stands on, for one request. */
export interface Context {
  readonly store: StatusStore
  readonly now: Date
  /** The operator's IANA zone, which says when today began. */
  readonly zone: string
  /** The address of the page that a token opens. */
  readonly statusUrl: (token: string) => string
}

/** What the caller must be allowed: `anyone` needs nothing but the link. */
export type Right = 'anyone' | 'read' | 'manage' | 'recharge' | 'reveal'

/** Which limit counts a call: S8. */
export type OperationLimit = 'status' | 'read' | 'write'

/** Refusals that both editions declare, by their code. */
export type RefusalName =
  'not_found' | 'link_not_kept' | 'lease_too_long' | 'undo_too_late' | 'already_undone'

export interface OperationSpec<Params, Query, Body, Data> {
  readonly summary: string
  readonly right: Right
  readonly limit: OperationLimit
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** The `data` of the reply, or the name of a CSV file: then chunks of it are answered. */
  readonly data: z.ZodType<Data> | { readonly csv: string }
  readonly refuses?: readonly RefusalName[]
  /** Moves time: takes an Idempotency-Key. */
  readonly keyed?: boolean
}

interface Input<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
}

/** One route of the family, free of any transport; an edition mounts it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'patch'
  readonly path: string
  readonly spec: OperationSpec<unknown, unknown, unknown, unknown>
  /** Undefined says that there is nothing of that name: the edition answers its plain 404. */
  readonly handle: (context: Context, input: Input<unknown, unknown, unknown>) => Promise<unknown>
}

/** The name of the file that an operation answers; undefined where it answers data. */
export const fileNameOf = ({ spec: { data } }: Operation): string | undefined =>
  'csv' in data ? data.csv : undefined

const define =
  (method: Operation['method']) =>
  <Params, Query, Body, Data>(
    path: string,
    spec: OperationSpec<Params, Query, Body, Data>,
    handle: (context: Context, input: Input<Params, Query, Body>) => Promise<Data | undefined>,
  ): Operation =>
    ({ method, path, spec, handle }) as unknown as Operation

export const get = define('get')
export const post = define('post')
export const patch = define('patch')
