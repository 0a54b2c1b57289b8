/** What the hash of an entry covers: every column but the two hashes. */
export interface Entry {
  readonly seq: number
  readonly at: Date
  readonly actorKind: string
  readonly actorId: string
  readonly actorName: string
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly before: unknown
  readonly after: unknown
  readonly ip: string
  readonly userAgent: string
  readonly requestId: string
}

/**
 * The text that is hashed: JSON with every object's keys in order, because jsonb keeps values but not their order.
 * An entry that was just made and the same one read from the database have the same text.
 */
export function entryText(entry: Entry): string {
  const { seq, at, actorKind, actorId, actorName, action, subjectKind, subjectId, before, after } = entry
  const { ip, userAgent, requestId } = entry
  const who = { actorKind, actorId, actorName, ip, userAgent, requestId }
  return canonical({ seq, at, ...who, action, subjectKind, subjectId, before, after })
}

const canonical = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => inOrder(inner))

function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}

// The log can't be cleaned afterwards: what is written there by mistake is there for good.
const secretNames = new Set(
  [
    'password', 'old_password', 'new_password', 'password_hash', 'token', 'session_token', 'token_hash', 'secret',
    'totp', 'totp_secret', 'recovery_code', 'recovery_codes', 'code', 'codes', 'card_code', 'code_hash', 'sealed',
    'api_key', 'private_key', 'authorization', 'cookie', 'nonce', 'signed', 'link',
  ].map((name) => name.replaceAll('_', '')),
) // prettier-ignore

/** Where a value holds a field whose name promises a secret; undefined when it holds none. */
export function secretIn(value: unknown, path = ''): string | undefined {
  if (value === null || typeof value !== 'object') return undefined
  for (const [name, inner] of Object.entries(value)) {
    const here = path ? `${path}.${name}` : name
    if (secretNames.has(name.replaceAll('_', '').toLowerCase())) return here
    const found = secretIn(inner, here)
    if (found) return found
  }
  return undefined
}
