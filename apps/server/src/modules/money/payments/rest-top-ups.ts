import { z } from '@hono/zod-openapi'
import { formatAmount, parseAmount } from '@lessor/kit'
import { amount, id } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { gatewayUnavailable, topUpAmount, unknownGateway } from './errors.ts'
import { paymentById } from './queries.ts'
import { begunShape, presentBegun } from './rest-begun.ts'
import { beginTopUp } from './top-up.ts'

const postTopUp = post(
  '/api/wallet/top-ups',
  {
    summary: 'Begin to put money into my wallet by a gateway',
    who: 'customer',
    keyed: true,
    body: z.strictObject({ amount, gateway: id }),
    data: begunShape,
    refuses: [topUpAmount, unknownGateway, gatewayUnavailable],
  },
  async ({ cmd, body: { amount: text, gateway }, origin }) => {
    const base = cmd.services.settings.server.public_url || origin
    return presentBegun(await beginTopUp(cmd, { amountFen: parseAmount(text), gateway, base }))
  },
)

const getTopUp = get(
  '/api/wallet/top-ups/:id',
  {
    summary: 'One of my top-ups: `success` once its money is in the wallet',
    who: 'customer',
    params: z.object({ id }),
    data: begunShape,
    refuses: [notFound],
  },
  async ({ cmd, params: { id: wanted } }) => {
    const payment = await paymentById.first(cmd.services.db, { id: wanted })
    if (payment?.accountId !== cmd.actor.id || payment.forKind !== 'top_up') throw notFound()
    return presentBegun(payment)
  },
)

const getTerms = get(
  '/api/wallet/top-ups',
  {
    summary: 'The least and the most of one top-up',
    who: 'customer',
    data: z.object({ least: z.string(), most: z.string() }),
  },
  async ({ cmd }) => {
    const { top_up_least: least, top_up_most: most } = cmd.services.settings.wallet
    return { least: formatAmount(least * 100), most: formatAmount(most * 100) }
  },
)

export const topUpRoutes: readonly Route[] = [postTopUp, getTopUp, getTerms]
