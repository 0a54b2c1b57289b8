import { ApiFailure } from '@lessor/ui'
import { newId } from '@lessor/kit'

/** What may be sent once only. */
type Act = 'order' | 'pay' | 'topUp'

interface Attempt {
  readonly what: string
  readonly key: string
}

const kept = new Map<Act, Attempt>()
const storageKey = (act: Act) => `lessor.attempt.${act}`

/** The key of an attempt: the same for the same contents, also after a reload, until the attempt is over. */
export function keyFor(act: Act, contents: unknown): { readonly 'idempotency-key': string } {
  const what = JSON.stringify(contents)
  const before = kept.get(act) ?? stored(act)
  const attempt = before?.what === what ? before : { what, key: newId() }
  kept.set(act, attempt)
  store(act, JSON.stringify(attempt))
  return { 'idempotency-key': attempt.key }
}

/** The attempt is over: the next one is another. */
export function forget(act: Act): void {
  kept.delete(act)
  store(act, null)
}

/** Forgets an attempt that was refused. One without an answer is kept: it may have arrived. */
export function forgetRefused(act: Act, error: unknown): void {
  const isUnsure = !(error instanceof ApiFailure) || error.status === 0 || error.code === 'internal'
  if (!isUnsure) forget(act)
}

function stored(act: Act): Attempt | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(storageKey(act)) ?? 'null') as Attempt | null) ?? undefined
  } catch {
    return undefined // storage is forbidden here, or holds something else
  }
}

function store(act: Act, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(storageKey(act))
    else sessionStorage.setItem(storageKey(act), text)
  } catch {
    // Storage is forbidden here: the key lasts as long as the page.
  }
}
