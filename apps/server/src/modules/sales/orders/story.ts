import type { Db } from '../../../platform/db.ts'
import { mailsAbout } from '../../core/notify/index.ts'
import { entriesAbout } from '../../money/ledger/index.ts'
import { noticesOf, paymentsFor, refundsFor } from '../../money/payments/index.ts'
import { stepsOf, type Order, type Step } from './queries.ts'

/** One thing that happened to an order. */
export interface Chapter {
  readonly at: Date
  readonly kind: 'step' | 'coupon' | 'payment' | 'notice' | 'entry' | 'refund' | 'mail'
  /** `pending > paid`, `used`, `yipay success`, `accepted`, `held > income`, `order_paid sent`. */
  readonly what: string
  readonly amount: string | null
  readonly who: string
  readonly note: string
}

/** All that happened to an order, in one list, the oldest first. */
export async function storyOf(db: Db, order: Order): Promise<Chapter[]> {
  const payments = await paymentsFor.all(db, { forId: order.id })
  const refunds = await refundsFor.all(db, { forId: order.id })
  const [steps, notices, entries, mails] = await Promise.all([
    stepsOf.all(db, { orderId: order.id }),
    noticesOf.all(db, { paymentIds: payments.map(({ id }) => id) }),
    entriesAbout.all(db, { of: order.id, causeIds: [order, ...payments, ...refunds].map(({ id }) => id) }),
    mailsAbout.all(db, { aboutId: order.id }),
  ])
  const chapters: Chapter[] = [
    ...steps.map(({ at, from, to, actorKind, actorName, reason }) => ({
      ...{ at, kind: 'step' as const, what: from ? `${from} > ${to}` : to, amount: null },
      who: actorKind === 'system' ? 'system' : actorName,
      note: reason,
    })),
    ...couponChapters(order, steps),
    ...payments.map((one) => ({
      ...{
        at: one.createdAt,
        kind: 'payment' as const,
        what: `${one.gateway} ${one.status}`,
        amount: one.amount,
      },
      ...{ who: one.confirmedBy ?? one.gateway, note: one.problem ?? one.note },
    })),
    ...refunds.map(({ createdAt: at, status, amount, finishedBy, problem, reason }) => ({
      ...{
        at,
        kind: 'refund' as const,
        what: status,
        amount,
        who: finishedBy ?? '',
        note: problem ?? reason,
      },
    })),
    ...notices.map(({ at, verdict, reason, ip }) => ({
      ...{ at, kind: 'notice' as const, what: verdict, amount: null, who: ip, note: reason },
    })),
    ...entries.map(({ at, debit, credit, amount, note }) => ({
      ...{ at, kind: 'entry' as const, what: `${debit} > ${credit}`, amount, who: '', note },
    })),
  ]
  const sent = mails.map(({ createdAt: at, template, state, recipient, lastError }) => ({
    ...{ at, kind: 'mail' as const, what: `${template} ${state}`, amount: null },
    ...{ who: recipient, note: lastError ?? '' },
  }))
  return [...chapters, ...sent].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** An order takes its coupon when it is made or revived, and gives it back when it is cancelled. */
function couponChapters({ couponCode, discount }: Order, steps: readonly Step[]): Chapter[] {
  if (couponCode === null) return []
  return steps.flatMap(({ at, from, to }) => {
    const what =
      to === 'cancelled' ? 'given back' : from === null || from === 'cancelled' ? 'used' : undefined
    return what ? [{ at, kind: 'coupon', what, amount: discount, who: '', note: couponCode }] : []
  })
}
