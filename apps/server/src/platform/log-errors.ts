import { inSources } from './frames.ts'

/** What a log holds of an error: its kind, its place, and what it says where it can hold nothing of a person's. */
export interface KnownError {
  readonly type: string
  readonly message?: string
  /** SQLSTATE, or what Node or a library calls it. */
  readonly code?: string
  readonly constraint?: string
  readonly statement?: string
  readonly frames: string
}

type Loose = Error & Partial<Record<string, unknown>>

/**
 * Reads an error for the log. A database's own words quote the values of a statement, a query builder's its parameters, a
 * parser's what it read, a mail server's the recipient: of those only the codes are kept.
 */
export function knownOf(error: unknown): KnownError {
  if (!(error instanceof Error)) return { type: typeof error, frames: '' }
  const about = sourceOf(error as Loose)
  const text = (name: string) => {
    const value = about[name]
    return typeof value === 'string' ? { [name]: value } : undefined
  }
  return {
    type: error.name === 'error' ? 'DatabaseError' : error.name,
    ...(!quotes(error as Loose) && { message: error.message }),
    ...text('code'),
    ...text('constraint'),
    ...text('statement'),
    frames: framesOf(error),
  }
}

/** The same in one line. */
export function reasonOf(error: unknown): string {
  const { type, message, code, constraint, statement } = knownOf(error)
  const codes = [code, constraint, statement].filter((part) => part !== undefined).join(' ')
  return `${type}: ${message ?? codes}`
}

/** An error that may be kept where people read it: it says no more than the log. */
export function withoutData(error: unknown): Error {
  const kept = new Error(reasonOf(error))
  kept.stack = `${kept.name}: ${kept.message}\n${knownOf(error).frames}`
  return kept
}

/** The error below it that came from the database, or itself. */
const sourceOf = (error: Loose): Loose => chainOf(error).find(isOfDatabase) ?? error

function chainOf(error: Loose): Loose[] {
  const chain = [error]
  for (let at: unknown = error.cause; at instanceof Error && chain.length < 8; at = at.cause)
    chain.push(at as Loose)
  return chain
}

const isOfDatabase = ({ severity, code }: Loose) =>
  typeof severity === 'string' && typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)

const quotes = (error: Loose) =>
  chainOf(error).some(
    (one) =>
      isOfDatabase(one) ||
      one instanceof SyntaxError ||
      'params' in one ||
      'response' in one ||
      'input' in one,
  )

const framesOf = ({ stack = '' }: Error) =>
  inSources(
    stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  )
