import { z } from '@hono/zod-openapi'
import { statuses, statusOf, tally, worths, type Brings } from './model.ts'
import type { FoundCode } from './find-codes.ts'
import type { Code, CountedBatch } from './queries.ts'

const when = z.string().nullable()

/** What one code brings. */
export const bringsShape = {
  worth: z.enum(worths),
  level: z.number().nullable().openapi({ description: 'Of a code worth time' }),
  days: z.number().nullable(),
  value: z.string().nullable().openapi({ description: 'What a code worth money puts into the wallet' }),
}

export const bringsOf = ({ worth, level, days, value }: Brings) => ({ worth, level, days, value })

export const batchShape = z
  .object({
    id: z.string(),
    order_id: z.string().nullable().openapi({ description: 'The paid order that it was issued for' }),
    ...bringsShape,
    count: z.number(),
    amount: z.string(),
    prefix: z.string(),
    note: z.string(),
    expires_at: z.string(),
    created_by: z.string(),
    created_at: z.string(),
    unused: z.number(),
    used: z.number(),
    expired: z.number(),
    revoked: z.number(),
  })
  .openapi('CodeBatch')

export const presentBatch = (batch: CountedBatch, now: Date) => ({
  id: batch.id,
  order_id: batch.orderId,
  ...bringsOf(batch),
  count: batch.count,
  amount: batch.amount,
  prefix: batch.prefix,
  note: batch.note,
  expires_at: batch.expiresAt.toISOString(),
  created_by: batch.createdBy,
  created_at: batch.createdAt.toISOString(),
  ...tally(batch, now),
})

export const codeShape = z
  .object({
    id: z.string(),
    batch_id: z.string(),
    tail: z.string(),
    status: z.enum(statuses),
    ...bringsShape,
    amount: z.string(),
    expires_at: z.string(),
    used_at: when,
    used_by: when,
    revoked_at: when,
    created_at: z.string(),
  })
  .openapi('Code')

export const presentCode = (code: Code, now: Date) => ({
  id: code.id,
  batch_id: code.batchId,
  tail: code.tail,
  status: statusOf(code, now),
  ...bringsOf(code),
  amount: code.amount,
  expires_at: code.expiresAt.toISOString(),
  used_at: code.usedAt?.toISOString() ?? null,
  used_by: code.usedBy,
  revoked_at: code.revokedAt?.toISOString() ?? null,
  created_at: code.createdAt.toISOString(),
})

/** A code of a list, with the name of who used it. */
export const foundShape = codeShape.extend({ used_by_username: when })

export const presentFound = (code: FoundCode, now: Date) => ({
  ...presentCode(code, now),
  used_by_username: code.usedByName,
})
