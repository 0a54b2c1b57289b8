import { newId } from '@lessor/kit'
import {
  openContract,
  openLists,
  type components,
  type ListPage,
  type ListPath,
  type ListQuery,
} from '@lessor/contract'
import { languageNow } from './language.ts'
import { noteReach } from './reach.ts'

type Failure = components['schemas']['Failure']

/** What the server refused, or that it couldn't be reached (status 0, code `offline`). */
export class ApiFailure extends Error {
  readonly status: number
  readonly code: string
  readonly requestId: string | undefined
  readonly problems: readonly { readonly path: string; readonly message: string }[]
  constructor(status: number, failure: Partial<Failure>) {
    super(failure.message ?? '')
    this.name = 'ApiFailure'
    this.status = status
    this.code = failure.code ?? 'offline'
    this.requestId = failure.requestId
    this.problems = failure.errors ?? []
  }
}

/** The typed client of the server that served this page; answers come in the reader's language. */
export const api = openContract({ baseUrl: '' })
const lists = openLists({ baseUrl: '' })
for (const client of [api, lists])
  client.use({
    onRequest: ({ request }) => {
      request.headers.set('accept-language', languageNow() === 'zh' ? 'zh-CN' : 'en')
      return request
    },
    onResponse: ({ response }) => noteReach(response.status),
    onError: ({ request }) => {
      // A cancelled request says nothing about the server.
      if (!request.signal.aborted) noteReach(0)
    },
  })

interface Asked<Data> {
  readonly data?: { readonly data: Data }
  readonly error?: unknown
  readonly response: Response
}

type Primitive = string | number | boolean | null | undefined

/** An answer as it is read: openapi-fetch maps over readonly arrays as if they were objects, which this undoes. */
type Read<T> = T extends Primitive
  ? T
  : T extends { readonly length: number; readonly [index: number]: infer Item }
    ? readonly Read<Item>[]
    : T extends object
      ? { readonly [Name in keyof T]: Read<T[Name]> }
      : T

/** The `data` of an answer; throws ApiFailure when it is a refusal or didn't come. */
export async function answer<Data>(asked: Promise<Asked<Data>>): Promise<Read<Data>> {
  const { data, error, response } = await asked.catch(() => {
    throw new ApiFailure(0, {})
  })
  if (data !== undefined) return data.data as Read<Data>
  throw new ApiFailure(response.status, isFailure(error) ? error : { code: 'internal' })
}

/** A page of a list, under filters as the address bar has them; throws as `answer` does. */
export async function readList<Path extends ListPath>(
  path: Path,
  query: ListQuery<Path>,
): Promise<ListPage<Path>> {
  return (await answer(lists.GET(path, { params: { query } }))) as ListPage<Path>
}

const isFailure = (error: unknown): error is Failure =>
  typeof error === 'object' && error !== null && 'code' in error

/**
 * Names requests that move time or money, for as long as a form is open: the same fields get the same key, so that
 * what is sent again after a lost answer counts once; other fields get another.
 */
export function keysOf(): (fields: unknown) => string {
  const keys = new Map<string, string>()
  return (fields) => {
    const text = JSON.stringify(fields)
    const key = keys.get(text) ?? newId()
    keys.set(text, key)
    return key
  }
}
