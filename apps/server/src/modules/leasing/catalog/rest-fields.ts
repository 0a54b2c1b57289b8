import { z } from '@hono/zod-openapi'
import { formatAmount, parseAmount, type PlanOption } from '@lessor/kit'
import { line, message, shaped } from '../../../platform/http/fields.ts'

/** Where it stands among its neighbours. */
export const position = z.int().min(-1_000_000).max(1_000_000)

export const activeFilter = z.enum(['true', 'false']).optional()
export const activeOf = (given: 'true' | 'false' | undefined) =>
  given === undefined ? undefined : given === 'true'

/** A price of the catalogue: so large that a month at the price of a day is still an amount. */
export const price = z.string().refine(
  ...shaped(/^(0|[1-9]\d{0,7})(\.\d{1,2})?$/, {
    en: 'An amount up to 99999999.99, e.g. 29.90',
    zh: '须为不超过 99999999.99 的金额，如 29.90',
  }),
)

/** An amount as it is stored and compared: with two digits. */
export const twoDigits = (text: string) => formatAmount(parseAmount(text))

const key = z.string().refine(
  ...shaped(/^[a-z][a-z0-9_]{0,39}$/, {
    en: 'A lower-case letter, then letters, digits or _; at most 40',
    zh: '须以小写字母开头，由小写字母、数字或 _ 组成，最多 40 个字符',
  }),
)

const spec = z.union([line(200), z.number().min(-1e12).max(1e12)])
export const specs = z
  .record(key, spec)
  .refine(
    (given) => Object.keys(given).length <= 40,
    message({ en: 'At most 40 specifications', zh: '规格最多 40 项' }),
  )

const once = (items: readonly { readonly key: string }[]) =>
  new Set(items.map((item) => item.key)).size === items.length
const eachOnce = message({ en: 'A key stands here twice', zh: '标识重复' })

export const options = z
  .array(
    z.strictObject({
      key,
      label: line(60),
      choices: z
        .array(z.strictObject({ key, label: line(60), price }))
        .min(1)
        .max(20)
        .refine(once, eachOnce),
    }),
  )
  .max(10)
  .refine(once, eachOnce)

export const optionShape = z
  .object({
    key: z.string(),
    label: z.string(),
    choices: z.array(z.object({ key: z.string(), label: z.string(), price: z.string() })),
  })
  .openapi('ProductOption')

export const specsShape = z.record(z.string(), z.union([z.string(), z.number()]))

export const storedOptions = (given: z.output<typeof options>): PlanOption[] =>
  given.map(({ choices, ...option }) => ({
    ...option,
    choices: choices.map((choice) => ({ ...choice, price: twoDigits(choice.price) })),
  }))

/** Answers and list items are read-only. */
export const presentOptions = (options: readonly PlanOption[]) =>
  options.map(({ key, label, choices }) => ({ key, label, choices: [...choices] }))
