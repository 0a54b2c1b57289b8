import { isStorable } from '@lessor/kit'
import type { Outcome } from '../../../platform/plugin-host/wire.ts'

/** What a plugin answered; undefined where it answered nothing, or what can't be stored. */
export const answerOf = (outcome: Outcome): unknown =>
  outcome.kind === 'answer' && isStorable(outcome.value) ? outcome.value : undefined

/** Why there is no answer of use; staff read it. */
export function whyNot(outcome: Outcome): string {
  if (outcome.kind === 'busy') return 'The plugin host had no room.'
  if (outcome.kind !== 'answer') return outcome.reason.slice(0, 500)
  const { actionRequired } = (answerOf(outcome) ?? {}) as { actionRequired?: unknown }
  return typeof actionRequired === 'string'
    ? actionRequired.slice(0, 500)
    : 'The plugin gave no answer of use.'
}
