import { dayOf, parseAmount, startOfNamedDay } from '@lessor/kit'
import { demand, type Command } from '../../../platform/command.ts'
import { validationFailed } from '../../../platform/refusals.ts'
import { amountsOf, isNothing, monthPlus, monthsFrom, sumOf, type Amounts, type Cell } from './model.ts'
import { reportsMay } from './permissions.ts'
import { deferred, flows, productNames } from './queries.ts'

/** The longest report, in months: its cost grows with them. */
export const mostMonths = 36

export interface Sales {
  readonly from: string
  readonly to: string
  /** Of each month and product, where there is any. */
  readonly cells: readonly Cell[]
  readonly months: readonly ({ readonly month: string } & Amounts)[]
  readonly products: readonly ({ readonly productId: string | null } & Amounts)[]
  readonly total: Amounts
  readonly names: ReadonlyMap<string, string>
}

/**
 * What was sold, what it cost and what of it is earned, by month of the operator's calendar and by product. Both months
 * are included, the last twelve when absent; what is to come counts as of now.
 */
export async function readSales(
  cmd: Command,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Sales> {
  demand(cmd, reportsMay.read)
  const { db, settings } = cmd.services
  const zone = settings.server.time_zone
  const to = asked.to ?? dayOf(cmd.now, zone).slice(0, 7)
  const from = asked.from ?? monthPlus(to, -11)
  const months = monthsIn(from, to)
  const startOf = (month: string) => startOfNamedDay(`${month}-01`, zone)
  const starts = [...months, monthPlus(to, 1)].map(startOf)
  const ats = starts.map((start) => (start > cmd.now ? justAfter(cmd.now) : start))
  const [moved, open] = await Promise.all([
    flows.all(db, { months, froms: starts.slice(0, -1), tos: starts.slice(1) }),
    deferred.all(db, { ats: [...new Set(ats.map(Number))].map((ms) => new Date(ms)) }),
  ])
  const unearned = new Map(open.map(({ at, productId, amount }) => [keyOf(+at, productId), parseAmount(amount)]))
  const flow = new Map(moved.map((one) => [keyOf(one.month, one.productId), one]))
  const productIds = [...new Set([...moved, ...open].map(({ productId }) => productId))]
  const cellOf = (month: string, productId: string | null, at: number): Cell => {
    const fenAt = (index: number) => unearned.get(keyOf(Number(ats[index]), productId)) ?? 0
    return { month, productId, ...amountsOf(flow.get(keyOf(month, productId)), fenAt(at), fenAt(at + 1)) }
  }
  const cells = months.flatMap((month, at) => productIds.map((id) => cellOf(month, id, at)))
  const ids = productIds.filter((id) => id !== null)
  const names = await productNames.all(db, { ids })
  return { from, to, ...summed(cells, months, productIds), names: new Map(names.map(({ id, name }) => [id, name])) }
} // prettier-ignore

/** So that what was paid this very millisecond counts. */
export const justAfter = (time: Date): Date => new Date(time.getTime() + 1)

const keyOf = (time: number | string, productId: string | null) => `${time} ${productId}`

function summed(cells: readonly Cell[], months: readonly string[], productIds: readonly (string | null)[]) {
  const ofMonth = Map.groupBy(cells, ({ month }) => month)
  const ofProduct = Map.groupBy(cells, ({ productId }) => productId)
  const last = ofMonth.get(months.at(-1) ?? '') ?? []
  return {
    cells: cells.filter((cell) => !isNothing(cell)),
    months: months.map((month) => {
      const all = ofMonth.get(month) ?? []
      return { month, ...sumOf(all, all) }
    }),
    products: productIds.map((productId) => {
      const all = ofProduct.get(productId) ?? []
      return { productId, ...sumOf(all, all.slice(-1)) }
    }),
    total: sumOf(cells, last),
  }
}

function monthsIn(from: string, to: string): string[] {
  const months = monthsFrom(from, to)
  if (months.length > 0 && months.length <= mostMonths) return months
  const message =
    months.length === 0
      ? { en: 'Before the first month', zh: '早于开始月份' }
      : { en: `At most ${mostMonths} months`, zh: `最多 ${mostMonths} 个月` }
  throw validationFailed({ problems: [{ path: 'to', message }] })
}
