import { Refusal, type Language, type RefusalKind } from '@lessor/kit'
import { sqlStateOf } from '../db.ts'
import { notJson, unavailable, unauthenticated } from '../refusals.ts'
import { bodyTooLarge } from './body.ts'
import { codeMessage, type Envelope } from './envelope.ts'

const statusOfKind: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  exhausted: 429,
  unavailable: 503,
}

// The refusals whose HTTP status is finer than its kind's.
const statusOfCode: Record<string, number> = {
  [bodyTooLarge.code]: 413,
  [notJson.code]: 415,
  method_not_allowed: 405,
}

export const statusOf = ({ code, kind }: { readonly code: string; readonly kind: RefusalKind }) =>
  statusOfCode[code] ?? statusOfKind[kind]

export interface Failure {
  readonly status: number
  readonly body: string
  readonly headers: Record<string, string>
}

/** The answer to an error; unexpected errors become `internal`, without details. */
export function failureOf(
  error: unknown,
  { language, requestId }: { readonly language: Language; readonly requestId: string },
  { failed }: Envelope = codeMessage,
): Failure {
  const refusal =
    error instanceof Refusal ? error : isOutage(error) ? unavailable({ retryAfterS: 1 }) : undefined
  if (!refusal)
    return {
      status: 500,
      body: failed({ ...internal, message: internal.message[language], requestId }),
      headers: {},
    }
  const { problems, retryAfterS } = refusal.extra
  const errors = problems?.map(({ path, message }) => ({ path, message: message[language] }))
  return {
    status: statusOf(refusal),
    body: failed({ code: refusal.code, message: refusal.text[language], requestId, errors }),
    headers: {
      ...(retryAfterS !== undefined && { 'retry-after': String(retryAfterS) }),
      // RFC 9110, 11.6.1: a 401 names how to authenticate.
      ...(refusal.kind === unauthenticated.kind && { 'www-authenticate': 'Bearer' }),
    },
  }
}

const internal = {
  code: 'internal',
  message: { en: 'Internal error. Please report the request ID.', zh: '内部错误，请把请求编号告诉我们。' },
}

/** The answer to a Host or an address that is none: nothing more of the request is read. */
export const notARequest = {
  status: 400,
  text: '{"code":"bad_request","message":"请求的 Host 或地址无效。 / The host or the address of the request is not valid.","data":null,"requestId":""}',
} as const

/** The answer when even refusing failed: nothing of it is made then. */
export const lastAnswerIn = ({ failed }: Envelope) =>
  ({
    status: 500,
    text: failed({ code: internal.code, message: '内部错误。 / Internal error.', requestId: '' }),
    headers: [],
  }) as const
export const lastAnswer = lastAnswerIn(codeMessage)

// A database that is away: connection refused or lost (class 08, ENOENT of its socket), shutting down or starting (57P0x),
// out of connections (53300) or disk (53100), or the pool's own patience; or no descriptor is left for a connection.
const outageCodes = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'EMFILE', 'ENETUNREACH', 'ENFILE', 'ENOENT', 'EPIPE', 'ETIMEDOUT',
]) // prettier-ignore
const outageTexts =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** Whether the error says that the database can't be reached or can't work now. */
export function isOutage(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state)
    return state.startsWith('08') || state.startsWith('57P') || state === '53300' || state === '53100'
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return false
  return outageCodes.has((cause as NodeJS.ErrnoException).code ?? '') || outageTexts.test(cause.message)
}
