import type {
  FetchAnswer,
  FetchOptions,
  Mail,
  NoticeRequest,
  PaymentAction,
  PaymentFacts,
  PaymentToStart,
  PluginKind,
  Text,
} from '../index.ts'

/** A request that the plugin made, with its secrets filled in. */
export type Request = { readonly url: string } & FetchOptions

/** What stands for the world while a plugin is tried: it answers, or throws as an unreachable host does. */
export interface Outside {
  fetch(request: Request): FetchAnswer
  smtp(mail: Mail): void
  /** What the clock says, in RFC 3339; the time now unless given. */
  readonly at?: string | undefined
}

/** How a call ended; the same as the server's. */
export type Ended =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'failed' | 'unknown'; readonly reason: string }
  | { readonly kind: 'busy' }

/** A plugin under test. */
export interface Subject {
  readonly kind: PluginKind
  readonly examples: Examples
  /** Calls an exported function, in the sandbox. `values` take the place of those of the examples, secret or not. */
  run(
    method: string,
    input: unknown,
    outside: Outside,
    values?: Readonly<Record<string, unknown>>,
  ): Promise<Ended>
}

/** What a file `<plugin>.examples.json` beside the plugin says, for what can't be guessed. */
export interface Examples {
  /** Of the form, without secrets. */
  readonly config?: Readonly<Record<string, unknown>>
  readonly secrets?: Readonly<Record<string, string>>
  /** What a service answers that is well; `{"ok":true}` with 200 unless given. */
  readonly well?: FetchAnswer
  /** Of a gateway: what its service answers to `start`, and what the customer is shown then. */
  readonly starts?: readonly (Timed & {
    readonly payment?: Partial<PaymentToStart>
    readonly answer: FetchAnswer
    readonly action: PaymentAction
  })[]
  /** Of a gateway: requests that it really sends, and what they say. */
  readonly notices?: readonly (Timed & { readonly request: NoticeRequest; readonly facts: PaymentFacts })[]
  /** Of a gateway whose service sends none. */
  readonly hasNoNotices?: boolean
  /** Of a gateway: requests signed as they should be which must be refused, as those to another payee. */
  readonly refused?: readonly (Timed & { readonly what: Text; readonly request: NoticeRequest })[]
  /** Of a gateway: fields of the form under which no notice is genuine, besides other secrets: a public key. */
  readonly otherKeys?: Readonly<Record<string, string>>
  /** Of a gateway: answers to `query` and what they say. */
  readonly queries?: readonly (Timed & {
    readonly payment: { readonly reference: string; readonly transaction?: string }
    readonly answer: FetchAnswer
    readonly facts: Pick<PaymentFacts, 'status'> & Partial<PaymentFacts>
  })[]
}

/** When it came, for what grows stale, in RFC 3339. */
interface Timed {
  readonly at?: string
}

/** One thing that was tried. */
export interface Finding {
  readonly tried: Text
  /** Absent: it is right. */
  readonly wrong?: string
}

export const answered = (body: string, status = 200): FetchAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body,
})

export const well = (examples: Examples): FetchAnswer =>
  examples.well ?? answered('{"ok":true,"errcode":0,"code":0}')

const unreachable = () => {
  throw new Error('unreachable')
}

/** Answers that no plugin may take for success. */
export const hostileAnswers: readonly (readonly [Text, Outside['fetch']])[] = [
  [{ en: 'the host is unreachable', zh: '无法连接' }, unreachable],
  [{ en: 'it answers 500', zh: '返回 500' }, () => answered('{"error":"internal"}', 500)],
  [{ en: 'it answers 404 with a page', zh: '返回 404 页面' }, () => answered('<!doctype html><p>404', 404)],
  [{ en: 'it sends elsewhere', zh: '返回跳转' }, () => ({ ...answered('', 302), headers: { location: 'https://example.net' } })],
  [{ en: 'it answers 500 with a megabyte', zh: '返回 500 与 1 MB 内容' }, () => answered('[{"a":'.repeat(170_000), 500)],
] // prettier-ignore

/** Answers of 200 that say nothing: a plugin that reads the answer may not find success in them. */
export const emptyAnswers: readonly (readonly [Text, Outside['fetch']])[] = [
  [{ en: 'it answers 200 with nothing', zh: '返回 200，内容为空' }, () => answered('')],
  [{ en: 'it answers 200 with a page', zh: '返回 200 页面' }, () => answered('<!doctype html><p>login')],
  [{ en: 'it answers null', zh: '返回 null' }, () => answered('null')],
  [{ en: 'it answers a list', zh: '返回列表' }, () => answered('[]')],
  [
    { en: 'it answers JSON that breaks off', zh: '返回不完整的 JSON' },
    () => answered('{"code":1,"data":{"sta'),
  ],
]

export const asked = (fetch: Outside['fetch'], at?: string) => {
  const requests: Request[] = []
  const mails: Mail[] = []
  const outside: Outside = {
    at,
    fetch: (request) => {
      requests.push(request)
      return fetch(request)
    },
    smtp: (mail) => {
      mails.push(mail)
      // A mail server that can't be reached, or refuses, fails as a host does.
      if (fetch({ url: 'smtp:' }).status >= 300) throw new Error('refused')
    },
  }
  return { outside, requests, mails }
}

export const reasonOf = (ended: Ended): string =>
  ended.kind === 'answer'
    ? `It answered ${JSON.stringify(ended.value).slice(0, 300)}.`
    : 'reason' in ended
      ? ended.reason
      : 'It was not begun.'

/** Whether the call says that it did what it was for. */
export const isDone = (ended: Ended): boolean =>
  ended.kind === 'answer' && !hasField(ended.value, 'retryAfterS') && !hasField(ended.value, 'actionRequired')

export const hasField = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && name in value
