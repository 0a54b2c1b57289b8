import { z } from '@hono/zod-openapi'
import { csvHeader, csvLine } from '@lessor/kit'
import { csvFile, csvMedia, fileLanguage, readerOf } from '../../../platform/http/file.ts'
import { shaped } from '../../../platform/http/fields.ts'
import { get, type Route } from '../../../platform/http/route.ts'
import { noteExport } from '../../core/audit/index.ts'
import { written, type Amounts } from './model.ts'
import { reportsMay } from './permissions.ts'
import { readMoney, spans, type Span } from './read-money.ts'
import { mostMonths, readSales, type Sales } from './read-sales.ts'

const taken = { received: z.string(), income: z.string(), refunded: z.string() }
const moneyShape = z
  .object({
    spans: z.array(
      z.object({ span: z.enum(Object.keys(spans) as [Span, ...Span[]]), ...taken, before: z.object(taken) }),
    ),
    owed: z.object({
      wallets: z.string().openapi({ description: 'In wallets above 0' }),
      overdrawn: z.string().openapi({ description: 'What wallets below 0 owe' }),
      held: z.string(),
      refunding: z.string(),
      commission: z.string(),
      unearned: z.string().openapi({ description: 'Paid for time that is to come, without tax' }),
    }),
  })
  .openapi('MoneyNow')

const getMoney = get(
  '/api/admin/reports/money',
  {
    summary: 'What was taken today, in 7 and 30 days, against as many days before; and what is owed now',
    who: reportsMay.read,
    data: moneyShape,
  },
  ({ cmd }) => readMoney(cmd),
)

const month = z.string().refine(...shaped(/^\d{4}-(0[1-9]|1[0-2])$/, { en: 'A month, e.g. 2026-07', zh: '须为月份，如 2026-07' })) // prettier-ignore
const asked = { from: month.optional(), to: month.optional() }

const amounts = {
  income: z.string(),
  refunded: z.string(),
  tax: z.string(),
  fees: z.string(),
  cost: z.string(),
  losses: z.string(),
  margin: z.string(),
  earned: z.string(),
  unearned: z.string().openapi({ description: 'At the end of the time' }),
}
const ofProduct = { product_id: z.string().nullable(), product_name: z.string().nullable() }
const salesShape = z
  .object({
    from: z.string(),
    to: z.string(),
    months: z.array(z.object({ month: z.string(), ...amounts })),
    products: z.array(z.object({ ...ofProduct, ...amounts })),
    cells: z.array(z.object({ month: z.string(), ...ofProduct, ...amounts })),
    total: z.object(amounts),
  })
  .openapi('SalesReport')

const getSales = get(
  '/api/admin/reports/sales',
  {
    summary: `Income, tax, costs, margin, earned and not yet earned, by month and product; at most ${mostMonths} months`,
    who: reportsMay.read,
    query: z.strictObject(asked),
    data: salesShape,
  },
  async ({ cmd, query }) => {
    const sales = await readSales(cmd, query)
    const { from, to, total } = sales
    return { from, to, ...presented(sales), total: written(total) }
  },
)

function presented({ months, products, cells, names }: Sales) {
  const product = (id: string | null) => ({
    product_id: id,
    product_name: id === null ? null : (names.get(id) ?? null),
  })
  const amountsOf = (one: Amounts) => written(one)
  return {
    months: months.map((one) => ({ month: one.month, ...amountsOf(one) })),
    products: products.map((one) => ({ ...product(one.productId), ...amountsOf(one) })),
    cells: cells.map((one) => ({ month: one.month, ...product(one.productId), ...amountsOf(one) })),
  }
}

/** The parts of the report that can be saved, each with its columns. */
const parts = {
  months: ['month', ...Object.keys(amounts)],
  products: [...Object.keys(ofProduct), ...Object.keys(amounts)],
  cells: ['month', ...Object.keys(ofProduct), ...Object.keys(amounts)],
} as const

const getSalesFile = get(
  '/api/admin/reports/sales/export',
  {
    summary: 'A part of the report as CSV; audited',
    who: reportsMay.read,
    limit: 'export',
    query: z.strictObject({
      ...asked,
      part: z.enum(['months', 'products', 'cells']).default('cells'),
      language: fileLanguage,
    }),
    data: csvMedia(parts.cells.join(', ')),
  },
  async ({ cmd, query: { part, language, ...given } }) => {
    const sales = await readSales(cmd, given)
    const asked = { from: sales.from, to: sales.to, part }
    await noteExport(cmd, { list: 'sales', permission: reportsMay.read, asked })
    const reader = readerOf(cmd, language)
    const rows: readonly Record<string, string | null>[] = presented(sales)[part]
    const lines = rows.map((row) =>
      csvLine(
        parts[part].map((column) => cellOf(row[column])),
        reader,
      ),
    )
    return csvFile(cmd, `sales-${part}`, chunks([csvHeader(parts[part], reader), ...lines]))
  },
)

/** An amount below 0 as the number that it is: as text it would be taken for a formula. */
const cellOf = (value: string | null | undefined) =>
  value && /^-[\d.]+$/.test(value) ? Number(value) : (value ?? null)

async function* chunks(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(lines.join(''))
}

export const reportRoutes: readonly Route[] = [getMoney, getSales, getSalesFile]
