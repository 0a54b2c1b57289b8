import { AmountError, parseAmount, startOfNamedDay } from '@lessor/kit'

/** Which columns of a file hold what, by their names in its header. */
export interface Mapping {
  /** Our number of the payment. */
  readonly reference: string
  /** The gateway's own number. */
  readonly transaction: string
  readonly amount: string
  readonly time: string
  readonly fee?: string | undefined
  /** Only lines whose column has this value count: refunds stand in the same file. */
  readonly only?: { readonly column: string; readonly value: string } | undefined
}

/** A payment as the gateway's file has it. Amounts in fen. */
export interface Line {
  readonly reference: string
  readonly transaction: string
  readonly amountFen: number
  /** Undefined where the file has no column for it. */
  readonly feeFen: number | undefined
  readonly at: Date
}

export interface Found {
  readonly lines: readonly Line[]
  /** Other lines under the header: sums, refunds, what can't be read. */
  readonly skipped: number
}

const named = ({ reference, transaction, amount, time, fee, only }: Mapping): string[] =>
  [reference, transaction, amount, time, fee, only?.column].filter((name) => name !== undefined)

/** Where the header stands: files begin with lines that say what they are. -1: no line has all columns. */
export const headerAt = (rows: readonly (readonly string[])[], mapping: Mapping): number =>
  rows.findIndex((row) => named(mapping).every((name) => row.includes(name)))

/** The payments in a file, below its header. */
export function linesOf(rows: readonly (readonly string[])[], mapping: Mapping, zone: string): Found {
  const at = headerAt(rows, mapping)
  const header = rows[at] ?? []
  const column = (name: string | undefined) => (name === undefined ? -1 : header.indexOf(name))
  const [reference, transaction, amount] = [mapping.reference, mapping.transaction, mapping.amount].map(column)
  const [time, fee, only] = [column(mapping.time), column(mapping.fee), column(mapping.only?.column)]
  const below = rows.slice(at + 1)
  const lines = below.flatMap((row): Line[] => {
    const cell = (index = -1) => row[index] ?? ''
    const [amountFen, when] = [fenOf(cell(amount)), timeOf(cell(time), zone)]
    if (mapping.only && cell(only) !== mapping.only.value) return []
    if (amountFen === undefined || amountFen <= 0 || !when) return []
    const line = { reference: referenceIn(cell(reference)), transaction: cell(transaction).slice(0, 200) }
    return [{ ...line, amountFen, feeFen: fee < 0 ? undefined : Math.abs(fenOf(cell(fee)) ?? 0), at: when }]
  })
  return { lines, skipped: below.length - lines.length }
} // prettier-ignore

/** Our reference, also within a text that a payer typed. */
const referenceIn = (cell: string): string =>
  (/[0-9a-f]{32}/i.exec(cell)?.[0] ?? cell).slice(0, 200).toLowerCase()

/** `¥1,234.5`, `+30.00`, `-0.60`; undefined: no amount. */
function fenOf(text: string): number | undefined {
  try {
    return parseAmount(text.replace(/[¥￥,+\s]/g, ''), { signed: true })
  } catch (error) {
    if (error instanceof AmountError) return undefined
    throw error
  }
}

const timeForm = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ]*(\d{1,2}):?(\d\d)(?::?(\d\d))?)?/

/** A time of the operator's zone, as files write it; the start of the day where they say no hour. */
function timeOf(text: string, zone: string): Date | undefined {
  const [, year, month = '', day = '', hour = '0', minute = '0', second = '0'] = timeForm.exec(text) ?? []
  if (year === undefined) return undefined
  const name = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const pastMs = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000
  if (pastMs >= 86_400_000) return undefined
  try {
    return new Date(startOfNamedDay(name, zone).getTime() + pastMs)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const guesses = {
  reference: ['商户订单号', '商家订单号', '商户单号', '商户网站唯一订单号', 'out_trade_no', 'reference', '附言', '摘要', '用途'],
  transaction: ['支付宝交易号', '微信订单号', '微信支付业务单号', '业务流水号', '账务流水号', '交易流水号', '交易号', '流水号', 'trade_no', 'transaction'],
  amount: ['收入金额（+元）', '订单金额（元）', '订单金额', '应结订单金额', '总金额', '贷方发生额', '收入金额', '交易金额', '金额（元）', '金额', 'money', 'amount'],
  time: ['发生时间', '交易时间', '完成时间', '付款时间', '入账时间', '记账日期', '交易日期', '日期', 'endtime', 'time', 'date'],
  fee: ['服务费（元）', '手续费', '手续费（元）', '费用', 'fee'],
} // prettier-ignore
const onlyGuesses = [
  { column: '业务类型', value: '交易付款' },
  { column: '交易状态', value: 'SUCCESS' },
]

export interface Preview {
  /** The cells of the line that looks most like a header. */
  readonly columns: readonly string[]
  readonly sample: readonly (readonly string[])[]
  /** What the names suggest; a column that none suggests is empty. */
  readonly guess: Mapping
}

/** What a file's columns are, and which of them hold what by their names. */
export function previewOf(rows: readonly (readonly string[])[]): Preview {
  const known = new Set(Object.values(guesses).flat())
  const score = (row: readonly string[]) => row.filter((cell) => known.has(cell)).length
  const start = rows.slice(0, 50)
  const scores = start.map(score)
  const at = scores.indexOf(Math.max(...scores))
  const columns = (start[at] ?? []).slice(0, 200)
  const first = (names: readonly string[]) => names.find((name) => columns.includes(name))
  const sample = rows.slice(at + 1, at + 4)
  const index = (name: string) => columns.indexOf(name)
  const only = onlyGuesses.find(({ column, value }) => columns.includes(column) && rows.some((row) => row[index(column)] === value))
  const { reference, transaction, amount, time } = guesses
  const guess = { reference: first(reference) ?? '', transaction: first(transaction) ?? '', amount: first(amount) ?? '', time: first(time) ?? '' }
  return { columns, sample, guess: { ...guess, fee: first(guesses.fee), only } }
} // prettier-ignore

export const differenceKinds = ['missing_here', 'missing_there', 'amount', 'fee'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export const rowStates = ['open', 'resolved', 'dismissed'] as const
export type RowState = (typeof rowStates)[number]

export const resolutions = ['ask', 'confirm', 'note_fee', 'dismiss'] as const
export type Resolution = (typeof resolutions)[number]

/** A payment as it stands here. Amounts in fen. */
export interface Counted {
  readonly id: string
  readonly reference: string
  readonly gatewayTx: string | null
  readonly amountFen: number
  readonly feeFen: number
  readonly paidAt: Date | null
}

export interface Difference {
  readonly kind: DifferenceKind
  readonly paymentId: string | null
  readonly line: Line | undefined
  readonly payment: Counted | undefined
}

/**
 * Holds a file against the payments that it names or that were counted in its time. `elsewhere` are those that another
 * file has: near midnight the gateway's day isn't ours. A line that comes twice is missing here the second time.
 */
export function compare(lines: readonly Line[], payments: readonly Counted[], elsewhere: ReadonlySet<string>) {
  const byReference = new Map(payments.map((one) => [one.reference, one]))
  const byTransaction = new Map(payments.flatMap((one) => (one.gatewayTx ? [[one.gatewayTx, one]] : [])))
  const matched = new Set<string>()
  const differences: Difference[] = []
  for (const line of lines) {
    const payment = byTransaction.get(line.transaction) ?? byReference.get(line.reference)
    const isOther = payment?.paidAt && payment.gatewayTx !== null && line.transaction !== '' && payment.gatewayTx !== line.transaction
    const of = { paymentId: payment?.id ?? null, line, payment }
    if (!payment?.paidAt || isOther || matched.has(payment.id)) differences.push({ kind: 'missing_here', ...of })
    else if (payment.amountFen !== line.amountFen) differences.push({ kind: 'amount', ...of })
    else if (line.feeFen !== undefined && payment.feeFen !== line.feeFen) differences.push({ kind: 'fee', ...of })
    if (payment?.paidAt && !isOther) matched.add(payment.id)
  }
  for (const payment of payments)
    if (payment.paidAt && !matched.has(payment.id) && !elsewhere.has(payment.id))
      differences.push({ kind: 'missing_there', paymentId: payment.id, line: undefined, payment })
  return { differences, matched: [...matched] }
} // prettier-ignore

/** What resolves a difference of each kind, besides dismissing it; of a payment that isn't known here nothing else does. */
export const waysOf = (kind: DifferenceKind, paymentId: string | null): readonly Resolution[] => {
  if (kind === 'missing_here' && paymentId) return ['ask', 'confirm', 'dismiss']
  return kind === 'fee' ? ['note_fee', 'dismiss'] : ['dismiss']
}
