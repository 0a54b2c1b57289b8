import { fill } from './fill.ts'

/** The two languages of every message for people. Chinese is the default. */
export type Language = 'zh' | 'en'
export type Text = Readonly<Record<Language, string>>

/** Every refusal is one of seven kinds; one table per transport maps them to its status codes. */
export type RefusalKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'exhausted' | 'unavailable'

/** One problem of one field: `path` as in the request (`items.0.days`), `message` for people. */
export interface FieldProblem {
  readonly path: string
  readonly message: Text
}

export interface RefusalExtra {
  /** Fills `{name}` places of the text; what differs by language is a `Text`. */
  readonly params?: Readonly<Record<string, string | number | Text>>
  readonly problems?: readonly FieldProblem[]
  /** Seconds until a repeat makes sense; sent as Retry-After. */
  readonly retryAfterS?: number
}

/** A declared "no": the caller did something that the rules don't allow. Bugs are thrown as plain errors. */
export class Refusal extends Error {
  readonly code: string
  readonly kind: RefusalKind
  readonly text: Text
  readonly extra: RefusalExtra

  constructor(code: string, kind: RefusalKind, text: Text, extra: RefusalExtra) {
    const filled = { en: filledIn(text, 'en', extra.params), zh: filledIn(text, 'zh', extra.params) }
    super(`${code}: ${filled.en}`)
    this.name = 'Refusal'
    this.code = code
    this.kind = kind
    this.text = filled
    this.extra = extra
  }
}

export interface RefusalType {
  (extra?: RefusalExtra): Refusal
  readonly code: string
  readonly kind: RefusalKind
}

const declared = new Set<string>()

/** Declares a refusal once, with its stable code, its kind and its text; call the answer to make one to throw. */
export function refusal(code: string, kind: RefusalKind, text: Text): RefusalType {
  if (declared.has(code)) throw new Error(`The refusal ${code} is declared twice`)
  const make = (extra: RefusalExtra = {}) => new Refusal(code, kind, text, extra)
  const type: RefusalType = Object.assign(make, { code, kind })
  declared.add(code)
  return type
}

// A place without a parameter stays: a wrong text is better than a refusal that fails.
const filledIn = (text: Text, language: Language, params: RefusalExtra['params'] = {}): string =>
  fill(text[language], (name) => {
    const value = params[name] ?? `{${name}}`
    return typeof value === 'object' ? value[language] : String(value)
  })
