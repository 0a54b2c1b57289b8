import { splitAmount, taxOf, type Text } from '@lessor/kit'

export const invoiceKinds = ['invoice', 'credit_note'] as const
export type InvoiceKind = (typeof invoiceKinds)[number]

export const invoiceStatuses = ['draft', 'issued', 'paid', 'overdue', 'cancelled'] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

export const statusNames: Readonly<Record<InvoiceStatus, Text>> = {
  draft: { en: 'a draft', zh: '草稿' },
  issued: { en: 'issued', zh: '已开具' },
  paid: { en: 'paid', zh: '已支付' },
  overdue: { en: 'overdue', zh: '已逾期' },
  cancelled: { en: 'cancelled', zh: '已取消' },
}

/** Buyer or seller, as printed. */
export interface Party {
  readonly name: string
  readonly address?: string
  readonly tax_id?: string
  readonly email?: string
  /** Of a seller: what stands at the end of the page. */
  readonly footer?: string
}

type Step = 'issue' | 'pay' | 'expire' | 'cancel'

export const invoiceSteps: Readonly<Record<InvoiceStatus, Partial<Record<Step, InvoiceStatus>>>> = {
  draft: { issue: 'issued', cancel: 'cancelled' },
  issued: { pay: 'paid', expire: 'overdue', cancel: 'cancelled' },
  overdue: { pay: 'paid', cancel: 'cancelled' },
  paid: {},
  cancelled: {},
}

export const may = (status: InvoiceStatus, step: Step): boolean => invoiceSteps[status][step] !== undefined

export interface Priced {
  /** Fen, of the whole line. */
  readonly amountFen: number
  /** Percent, as `6` or `6.5`. */
  readonly taxRate: string
}

export interface Totals {
  readonly netFen: number
  readonly taxFen: number
  readonly totalFen: number
  /** The tax of each line. */
  readonly taxes: readonly number[]
}

/**
 * What is paid and how much of it is tax. It is counted once per rate, on the sum of that rate's lines, and then split over
 * them: counted by line it would differ by a fen now and then.
 */
export function totalsOf(lines: readonly Priced[], inclusive: boolean): Totals {
  const taxes = lines.map(() => 0)
  for (const { at, sumFen, taxFen } of groupsOf(lines, inclusive)) {
    const parts = sumFen === 0 ? at.map(() => 0) : splitAmount(taxFen, at.map((i) => lines[i]?.amountFen ?? 0)) // prettier-ignore
    at.forEach((line, i) => (taxes[line] = parts[i] ?? 0))
  }
  const sumFen = sum(lines.map(({ amountFen }) => amountFen))
  const taxFen = sum(taxes)
  const totalFen = inclusive ? sumFen : sumFen + taxFen
  return { netFen: totalFen - taxFen, taxFen, totalFen, taxes }
}

export interface RateGroup {
  readonly taxRate: string
  /** Places of its lines. */
  readonly at: readonly number[]
  readonly sumFen: number
  readonly taxFen: number
}

/** The lines by their rate, in the order in which rates first appear. */
export function groupsOf(lines: readonly Priced[], inclusive: boolean): RateGroup[] {
  const rates = [...new Set(lines.map(({ taxRate }) => taxRate))]
  return rates.map((taxRate) => {
    const at = lines.flatMap((line, i) => (line.taxRate === taxRate ? [i] : []))
    const sumFen = sum(at.map((i) => lines[i]?.amountFen ?? 0))
    return { taxRate, at, sumFen, taxFen: taxOf(sumFen, taxRate, inclusive) }
  })
}

export interface Shared {
  readonly taxRate: string
  readonly grossFen: number
  readonly taxFen: number
}

/**
 * What a credit note of `fen` takes back of an invoice of which `beforeFen` were taken back already, by rate. Its tax is the
 * difference of two shares of the whole, so that whatever the parts, all of them together return exactly the tax.
 */
export function creditOf(
  lines: readonly Priced[],
  inclusive: boolean,
  beforeFen: number,
  fen: number,
): Shared[] {
  let startFen = 0
  return groupsOf(lines, inclusive).flatMap(({ taxRate, sumFen, taxFen }) => {
    const grossFen = inclusive ? sumFen : sumFen + taxFen
    const within = (untilFen: number) => Math.min(Math.max(untilFen - startFen, 0), grossFen)
    const [from, to] = [within(beforeFen), within(beforeFen + fen)]
    startFen += grossFen
    if (to === from) return []
    const share = (upTo: number) => splitAmount(taxFen, [upTo, grossFen - upTo])[0] ?? 0
    return [{ taxRate, grossFen: to - from, taxFen: share(to) - share(from) }]
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** The one currency of an installation. */
export const currency = 'CNY'

/** What a line of a credit note says where its maker says nothing. */
export const creditText: Text = { en: 'Refund', zh: '退款' }
