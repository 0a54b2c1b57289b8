import { z } from '@hono/zod-openapi'
import { formatAmount, parseAmount } from '@lessor/kit'
import { id, level, note, optionalLine } from '../../../platform/http/fields.ts'
import type { NewBatch } from './issue-batch.ts'
import { statuses } from './model.ts'

/** The fields of issuing codes. */
export const batchTerms = z.strictObject({
  level,
  days: z.int().min(1).max(3650),
  count: z.int().min(1).max(100_000),
  prefix: z.string().trim().toUpperCase().regex(/^[A-Z0-9]{0,8}$/).default(''), // prettier-ignore
  expires_in_days: z.int().min(1).max(3650).default(30),
  note: note(500).default(''),
  amount: z.string().regex(/^(0|[1-9]\d{0,9})(\.\d{1,2})?$/).default('0.00'), // prettier-ignore
})

export const termsOf = ({ expires_in_days, amount, ...terms }: z.output<typeof batchTerms>): NewBatch => ({
  ...terms,
  amount: formatAmount(parseAmount(amount)),
  expiresInDays: expires_in_days,
})

/** The filters of a list of codes. */
export const codeFilters = {
  status: z.enum(statuses).optional(),
  batch_id: id.optional(),
  query: optionalLine(100).optional(),
}
