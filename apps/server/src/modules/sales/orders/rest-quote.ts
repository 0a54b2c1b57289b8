import { z } from '@hono/zod-openapi'
import { formatAmount, parseAmount } from '@lessor/kit'
import type { CustomerCommand } from '../../../platform/command.ts'
import { post } from '../../../platform/http/route.ts'
import { notFound, rateLimited } from '../../../platform/refusals.ts'
import { leaseClosed } from '../../leasing/leases/index.ts'
import { knownAccount } from '../../people/accounts/index.ts'
import { couponUnusable } from '../coupons/index.ts'
import { planNotOffered, planNotOfLease } from './errors.ts'
import { orderKinds } from './model.ts'
import { periodOfQuote } from './changes/period-of-quote.ts'
import { amountsOf, quoteOrder, type Quote } from './quote-order.ts'
import { wantedShape } from './rest-shapes.ts'

const quoteShape = z
  .object({
    kind: z.enum(orderKinds),
    plan_id: z.string(),
    product: z.string(),
    list: z.string(),
    setup_fee: z.string(),
    discount: z.string(),
    coupon: z.string().nullable(),
    credit: z.string(),
    rest: z.string().openapi({ description: 'What is credited over the price: it goes into the wallet' }),
    net: z.string(),
    tax: z.string(),
    total: z.string(),
    currency: z.string(),
    starts_at: z.string().nullable().openapi({ description: 'The period that it brings, if it is paid now' }),
    ends_at: z.string().nullable(),
    held_until: z.string().nullable().openapi({ description: 'Until when all of it is held now' }),
    held_until_after: z.string().nullable(),
  })
  .openapi('Quote')

export const wantedOf = ({
  plan_id: planId,
  quantity,
  specs,
  lease_id: leaseId,
  expected_total: expected,
  coupon,
}: z.output<typeof wantedShape>) => ({
  planId,
  quantity,
  specs,
  leaseId,
  coupon: coupon === undefined ? undefined : { code: coupon },
  expectedTotalFen: expected === undefined ? undefined : parseAmount(expected),
})

/** Runs what a request wants with a coupon; wrong codes are counted. */
export function guessing<T>(
  cmd: CustomerCommand,
  { coupon }: z.output<typeof wantedShape>,
  work: () => Promise<T>,
): Promise<T> {
  if (coupon === undefined) return work()
  const wrong = [couponUnusable.type]
  const guess = { limit: 'coupon', name: cmd.actor.id, wrong, known: () => knownAccount(cmd) } as const
  return cmd.services.guesses.attempt(cmd, guess, work)
}

export const postQuote = post(
  '/api/orders/quote',
  {
    summary: 'What a plan costs now, and until when it is held then',
    who: 'customer',
    limit: 'read',
    body: wantedShape,
    data: quoteShape,
    refuses: [notFound, planNotOffered, planNotOfLease, leaseClosed, couponUnusable.type, rateLimited],
  },
  async ({ cmd, body }) => present(cmd, wantedOf(body), (work) => guessing(cmd, body, work)),
)

async function present(
  cmd: CustomerCommand,
  wanted: ReturnType<typeof wantedOf>,
  counting: (work: () => Promise<Quote>) => Promise<Quote>,
): Promise<z.output<typeof quoteShape>> {
  const quote = await counting(() => quoteOrder(cmd, { ...wanted, accountId: cmd.actor.id }))
  const { setupFee: setup_fee, ...amounts } = amountsOf(quote.price)
  const period = await periodOfQuote(cmd, cmd.actor.id, quote, wanted.quantity)
  const text = (date: Date | null | undefined) => date?.toISOString() ?? null
  return {
    kind: quote.ofLease?.kind ?? 'new',
    plan_id: quote.plan.planId,
    product: quote.plan.productName,
    setup_fee,
    ...amounts,
    coupon: quote.coupon?.code ?? null,
    rest: formatAmount(quote.price.restFen),
    currency: 'CNY',
    starts_at: text(period?.startsAt),
    ends_at: text(period?.endsAt),
    held_until: text(period?.before.expiresAt),
    held_until_after: text(period?.after.expiresAt),
  }
}
