import { DAY_MS } from '@lessor/kit'
import type { Db } from '../../../../platform/db.ts'
import { planForSale } from '../../../leasing/catalog/index.ts'
import type { Order } from '../queries.ts'

/** What the refund policy of an order's product says of it. */
export interface RefundTerms {
  readonly policy: 'none' | 'wallet' | 'gateway'
  /** The end of the window; null where nothing is refunded, or nothing was paid. */
  readonly until: Date | null
  /** Where its money may go now; nowhere once the window is over. */
  readonly allowed: readonly ('wallet' | 'gateway')[]
}

const places = { none: [], wallet: ['wallet'], gateway: ['gateway', 'wallet'] } as const

/** The policy as the product has it now: also for orders made before. */
export async function refundTermsOf(db: Db, order: Order, now: Date): Promise<RefundTerms> {
  const plan = await planForSale(db, order.planId)
  const policy = plan?.refundPolicy ?? 'none'
  if (!order.paidAt || policy === 'none') return { policy, until: null, allowed: [] }
  const until = new Date(order.paidAt.getTime() + (plan?.refundDays ?? 0) * DAY_MS)
  return { policy, until, allowed: now < until ? places[policy] : [] }
}

/** Where a refund is proposed to go: back by the gateway where the policy says so and one was paid. */
export const proposedPlace = (order: Order, { policy }: RefundTerms): 'wallet' | 'gateway' =>
  policy === 'gateway' && order.gateway !== 'wallet' ? 'gateway' : 'wallet'
