import { z } from '@hono/zod-openapi'
import { formatAmount, parseAmount } from '@lessor/kit'
import { amount, id, level, note, optionalLine, shaped } from '../../../platform/http/fields.ts'
import type { NewBatch } from './issue-batch.ts'
import { statuses } from './model.ts'

/** The fields of issuing codes. */
export const batchTerms = z.strictObject({
  level,
  days: z.int().min(1).max(3650),
  count: z.int().min(1).max(100_000),
  prefix: z
    .string()
    .trim()
    .toUpperCase()
    .refine(
      ...shaped(/^[A-Z0-9]{0,8}$/, {
        en: 'At most 8 letters from A to Z and digits',
        zh: '最多 8 个英文字母或数字',
      }),
    )
    .default(''),
  expires_in_days: z.int().min(1).max(3650).default(30),
  note: note(500).default(''),
  amount: amount.default('0.00'),
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
