import { Refusal, type Language, type RefusalKind } from '@lessor/kit'
import { bodyTooLarge, methodNotAllowed, notJson } from './refusals.ts'

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
  [methodNotAllowed.code]: 405,
  [notJson.code]: 415,
}

/** On every answer of the API: it is somebody's own, and no cache keeps it. */
export const apiHeaders = {
  'content-type': 'application/json; charset=UTF-8',
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** The reply to a request that went well. */
export function done(data: unknown, requestId: string, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ code: 0, message: 'ok', data, requestId })
  return new Response(body, { headers: { ...apiHeaders, ...headers } })
}

/** The reply to a refusal, in the caller's language; a bug becomes a plain `internal`, with nothing of its inside. */
export function failed(
  error: unknown,
  requestId: string,
  language: Language,
  extra: Record<string, string> = {},
): Response {
  if (!(error instanceof Refusal)) return internal(requestId, language)
  const { problems, retryAfterS } = error.extra
  const errors = problems?.map(({ path, message }) => ({ path, message: message[language] }))
  const message = error.text[language]
  const body = JSON.stringify({ code: error.code, message, data: null, requestId, errors })
  const status = statusOfCode[error.code] ?? statusOfKind[error.kind]
  const headers = { ...apiHeaders, ...extra, ...(retryAfterS && { 'retry-after': String(retryAfterS) }) }
  return new Response(body, { status, headers })
}

function internal(requestId: string, language: Language): Response {
  const message =
    language === 'zh' ? '内部错误，请把请求编号告诉我们。' : 'Internal error. Please report the request ID.'
  const body = JSON.stringify({ code: 'internal', message, data: null, requestId })
  return new Response(body, { status: 500, headers: apiHeaders })
}

/** Chinese unless the caller prefers English: the first of the two that Accept-Language names. */
export const languageOf = (header: string | undefined): Language =>
  /\b(zh|en)\b/i.exec(header ?? '')?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh'
