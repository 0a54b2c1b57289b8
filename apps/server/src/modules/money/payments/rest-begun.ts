import { z } from '@hono/zod-openapi'
import type { Payment } from './queries.ts'

const actionShape = z
  .object({
    qr_code: z.string().nullable(),
    payment_url: z.string().nullable(),
    instructions: z.string().nullable(),
  })
  .openapi('PaymentAction')

export const begunShape = actionShape
  .extend({
    id: z.string(),
    gateway: z.string(),
    amount: z.string(),
    wallet_part: z.string(),
    status: z.string(),
    expires_at: z.string(),
  })
  .openapi('BegunPayment')

/** A payment as its customer sees it: what to do now. */
export const presentBegun = (one: Payment): z.output<typeof begunShape> => ({
  id: one.id,
  gateway: one.gateway,
  amount: one.amount,
  wallet_part: one.walletPart,
  status: one.status,
  expires_at: one.expiresAt.toISOString(),
  qr_code: one.action?.qrCode ?? null,
  payment_url: one.action?.paymentUrl ?? null,
  instructions: one.action?.instructions ?? null,
})
