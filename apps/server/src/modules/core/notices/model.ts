import type { Text } from '@lessor/kit'

export const severities = ['info', 'warning', 'critical'] as const
export type Severity = (typeof severities)[number]

export const deliveryStates = ['waiting', 'sent', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** What notices of one kind are about; a value of the module that writes them. */
export interface NoticeKind {
  /** `<module>.<past tense>` */
  readonly name: string
  readonly label: Text
}

/** A call of a plugin takes at most 30 s; what has not ended by then was killed. */
export const tryMs = 60_000

const firstMs = 10_000
const longestMs = 30 * 60_000
const givenUpMs = 24 * 3_600_000

/** When a notice that could not be delivered is tried again: in 10 s, twice as long each time; not after a day. */
export function retryAt(now: Date, attempts: number, createdAt: Date, afterS?: number): Date | undefined {
  const waitMs = Math.max(Math.min(firstMs * 2 ** (attempts - 1), longestMs), (afterS ?? 0) * 1_000)
  const at = new Date(now.getTime() + waitMs)
  return at.getTime() - createdAt.getTime() > givenUpMs ? undefined : at
}

export type Result =
  | { readonly kind: 'sent' }
  | { readonly kind: 'again'; readonly reason: string; readonly afterS?: number }
  | { readonly kind: 'never'; readonly reason: string }

/** What a notifier's answer means for the notice. */
export function resultOf(value: unknown): Result {
  const { retryAfterS, actionRequired } = (typeof value === 'object' && value !== null ? value : {}) as {
    retryAfterS?: unknown
    actionRequired?: unknown
  }
  if (typeof actionRequired === 'string')
    return { kind: 'never', reason: actionRequired.slice(0, 500).replaceAll('\0', '') }
  if (typeof retryAfterS !== 'number' || !(retryAfterS >= 0)) return { kind: 'sent' }
  return { kind: 'again', reason: `asked to wait ${retryAfterS} s`, afterS: Math.min(retryAfterS, 3_600) }
}
