import { change, query } from '../../../../platform/statement.ts'
import type { PaidFor, ReversalDecision, ReversalSource } from '../model.ts'

/** Nothing where it was reversed before. */
export const insertReversal = change<{
  id: string
  accountId: string
  forKind: PaidFor
  forId: string
  amount: string
  source: ReversalSource
  reason: string
  now: Date
}>(
  'payments.insert_reversal',
  `insert into payments_reversal (payment_id, account_id, for_kind, for_id, amount, source, reason, at)
   values ($id, $accountId, $forKind, $forId, $amount, $source, $reason, $now) on conflict (payment_id) do nothing`,
)
const columns =
  'payment_id, account_id, for_kind, for_id, amount, source, reason, at, decision, note, decided_by, decided_at'

export interface Reversal {
  readonly paymentId: string
  readonly accountId: string
  readonly forKind: PaidFor
  readonly forId: string
  readonly amount: string
  readonly source: ReversalSource
  readonly reason: string
  readonly at: Date
  /** Null until staff decide. */
  readonly decision: ReversalDecision | null
  readonly note: string
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}
export const reversalOf = query<{ id: string }, Reversal>(
  'payments.reversal_of',
  `select ${columns} from payments_reversal where payment_id = $id`,
)
/** Nothing where it isn't reversed, or was decided before. */
export const decideReversal = change<
  { id: string; decision: ReversalDecision; note: string; by: string; now: Date },
  Reversal
>(
  'payments.decide_reversal',
  `update payments_reversal set decision = $decision, note = $note, decided_by = $by, decided_at = $now
   where payment_id = $id and decision is null returning ${columns}`,
)
