import { badAnswer, LessorError, unreachable, type Language, type Problem } from './errors.ts'
import { isJson, readFields, type Fields, type Json } from './fields.ts'

/** How to reach one server. */
export interface Link {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly language: Language
  readonly timeoutMs: number
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  now(): number
}

export interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: Json
  /** The access token. */
  readonly token?: string
  readonly idempotencyKey?: string
}

interface Answer {
  readonly status: number
  readonly json: Json
  readonly retryAfterMs: number | undefined
}

/** Sends a request and answers the envelope's `data`; throws LessorError for everything else that can happen. */
export async function call(link: Link, request: Request): Promise<Fields> {
  const answer = await exchange(link, request)
  if (answer.json['code'] !== 0) throw refused(link, answer)
  return readFields(answer.json['data'], () => badAnswer(link.language, answer))
}

/** Sends a request whose answer has no envelope, only one for what goes wrong. */
export async function callPlain(link: Link, request: Request): Promise<Fields> {
  const answer = await exchange(link, request)
  if (answer.status !== 200) throw refused(link, answer)
  return readFields(answer.json, () => badAnswer(link.language, answer))
}

async function exchange(link: Link, request: Request): Promise<Answer> {
  const { answer, text } = await send(link, request)
  const { status } = answer
  const retryAfterMs = retryAfter(answer.headers.get('retry-after'), link.now())
  const json = parse(text)
  // A proxy may say in words of its own that the server is away, or a hotel that nobody has signed in.
  if (!json) throw badAnswer(link.language, { status, retryAfterMs })
  return { status, json, retryAfterMs }
}

function parse(text: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return isJson(json) ? json : undefined
  } catch {
    return undefined
  }
}

async function send(link: Link, { method, path, body, token, idempotencyKey }: Request) {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': link.language }
  if (body) headers['content-type'] = 'application/json'
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey
  try {
    const answer = await link.fetch(link.baseUrl + path, {
      method,
      headers,
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(link.timeoutMs),
      cache: 'no-store',
      // The customers' realm has no cookies, and a password follows no redirect.
      credentials: 'omit',
      redirect: 'error',
    })
    return { answer, text: await answer.text() }
  } catch (cause) {
    throw unreachable(link.language, cause)
  }
}

function refused(link: Link, { status, json, retryAfterMs }: Answer): LessorError {
  const { code, message, requestId, errors } = json
  if (typeof code !== 'string') return badAnswer(link.language, { status, retryAfterMs })
  return new LessorError(code, typeof message === 'string' ? message : code, {
    status,
    requestId: typeof requestId === 'string' ? requestId : undefined,
    problems: Array.isArray(errors) ? (errors as Problem[]) : [],
    retryAfterMs,
  })
}

/** Retry-After is a number of seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}
