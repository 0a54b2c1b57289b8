import { z } from '@hono/zod-openapi'
import { formatAmount, parseAmount, type FieldProblem } from '@lessor/kit'
import { amount, id, level, note, optionalLine, shaped } from '../../../platform/http/fields.ts'
import { validationFailed } from '../../../platform/refusals.ts'
import type { NewBatch } from './issue-batch.ts'
import { statuses, worths, type Brings } from './model.ts'

/** The fields of issuing codes. */
export const batchTerms = z.strictObject({
  worth: z.enum(worths).default('time'),
  level: level.nullable().default(null).openapi({ description: 'Of codes worth time' }),
  days: z.int().min(1).max(3650).nullable().default(null),
  value: amount.nullable().default(null).openapi({ description: 'Of codes worth money' }),
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

const texts = {
  needed: { en: 'Required', zh: '必填' },
  notHere: { en: 'Not for codes of this worth', zh: '此类卡密不需要填写' },
  aboveZero: { en: 'More than 0', zh: '须大于 0' },
} as const

/** What is missing of what each code brings, or too much. */
function* bringsProblems({ worth, level, days, value }: Brings): Generator<FieldProblem> {
  for (const [path, given] of Object.entries({ level, days, value })) {
    const isNeeded = (path === 'value') === (worth === 'money')
    if (isNeeded && given === null) yield { path, message: texts.needed }
    if (!isNeeded && given !== null) yield { path, message: texts.notHere }
  }
  if (worth === 'money' && value !== null && Number(value) === 0)
    yield { path: 'value', message: texts.aboveZero }
}

export function termsOf({ expires_in_days, amount, value, ...terms }: z.output<typeof batchTerms>): NewBatch {
  const problems = [...bringsProblems({ ...terms, value })]
  if (problems.length > 0) throw validationFailed({ problems })
  return {
    ...terms,
    value: value && formatAmount(parseAmount(value)),
    amount: formatAmount(parseAmount(amount)),
    expiresInDays: expires_in_days,
  }
}

/** The filters of a list of codes. */
export const codeFilters = {
  status: z.enum(statuses).optional(),
  batch_id: id.optional(),
  query: optionalLine(100).optional(),
}
