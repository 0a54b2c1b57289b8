export type Language = 'zh' | 'en'

/** Why an answer of the server isn't believed. */
export type Doubt =
  | 'malformed'
  | 'unknown_key'
  | 'bad_signature'
  | 'wrong_issuer'
  | 'wrong_audience'
  | 'wrong_hardware'
  | 'wrong_session'
  | 'replayed'
  | 'expired'
  | 'not_yet_valid'

/** One problem of one field of a request. */
export interface Problem {
  readonly path: string
  readonly message: string
}

interface Details {
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  readonly problems?: readonly Problem[]
  readonly retryAfterMs?: number | undefined
  readonly doubt?: Doubt
  readonly cause?: unknown
}

/**
 * Everything that the server refuses or that keeps it from answering. `message` is for people, in the client's
 * language; `code` is what the server's documentation lists, or one of the client's own: `unreachable` (no answer),
 * `bad_answer` (an answer of something else, such as a hotel's sign-in page), `untrusted` (see `doubt`).
 */
export class LessorError extends Error {
  readonly code: string
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number
  readonly requestId: string | undefined
  readonly problems: readonly Problem[]
  readonly retryAfterMs: number | undefined
  readonly doubt: Doubt | undefined

  constructor(code: string, message: string, details: Details = {}) {
    super(message, { cause: details.cause })
    this.name = 'LessorError'
    this.code = code
    this.status = details.status ?? 0
    this.requestId = details.requestId
    this.problems = details.problems ?? []
    this.retryAfterMs = details.retryAfterMs
    this.doubt = details.doubt
  }
}

const texts = {
  unreachable: {
    zh: '无法连接服务器，请检查网络。',
    en: 'The server can not be reached. Please check the network.',
  },
  bad_answer: { zh: '收到的不是该服务的应答。', en: 'What answered is not this service.' },
  untrusted: { zh: '服务器的应答未通过验证。', en: "The server's answer did not pass verification." },
  wrong_clock: {
    zh: '本机时间不正确，请校准后重试。',
    en: "This computer's clock is wrong. Please set it and try again.",
  },
  ended: { zh: '会话已结束，请重新登录。', en: 'The session has ended. Please sign in again.' },
} as const

export const unreachable = (language: Language, cause: unknown) =>
  new LessorError('unreachable', texts.unreachable[language], { cause })

export const badAnswer = (language: Language, { status, retryAfterMs, cause }: Details) =>
  new LessorError('bad_answer', texts.bad_answer[language], { status, retryAfterMs, cause })

export const hasEnded = (language: Language, reason: string) =>
  new LessorError(reason, texts.ended[language], { status: 401 })

export function untrusted(language: Language, doubt: Doubt): LessorError {
  // A fresh answer (its nonce is right) that is over or not begun yet has a right signature: it is the clock here.
  const text = doubt === 'expired' || doubt === 'not_yet_valid' ? texts.wrong_clock : texts.untrusted
  return new LessorError('untrusted', text[language], { doubt })
}
