import { DAY_MS, HOUR_MS } from '@lessor/kit'

/** Why a renewal by itself wasn't made. */
export const renewalProblems = ['insufficient_funds', 'not_offered', 'open_order', 'no_lease'] as const
export type RenewalProblem = (typeof renewalProblems)[number]
