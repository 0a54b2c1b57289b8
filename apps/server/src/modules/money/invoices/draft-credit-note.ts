import { formatAmount, parseAmount } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { billedBy, storeDraft, type Line } from './draft.ts'
import { creditTooHigh, invoiceUnknown } from './errors.ts'
import { creditOf, creditText, type Shared } from './model.ts'
import { addCredit, billing, itemsOf, lockInvoice, type Invoice, type Item } from './queries.ts'

export interface NewCreditNote {
  /** What is taken back: a document, or what it was billed for. */
  readonly of: { readonly invoiceId: string } | { readonly cause: string; readonly causeId: string }
  /** Why, as `refund`, and which one: it is credited once. */
  readonly cause: string
  readonly causeId: string
  /** What is given back, decimal, with the tax in it. */
  readonly amount: string
  readonly text?: string
  /** Whether it has been given back, which is usual. */
  readonly isPaid?: boolean
}

/**
 * Makes the draft of a credit note in the caller's transaction, with its share of the invoice's tax; called again with the
 * same cause it answers the first one. Undefined: what is taken back was never invoiced, or is nothing.
 */
export async function draftCreditNote(
  tx: Tx,
  cmd: Command,
  credit: NewCreditNote,
): Promise<Invoice | undefined> {
  const fen = parseAmount(credit.amount)
  const id = 'invoiceId' in credit.of ? credit.of.invoiceId : await invoiceOf(tx, credit.of)
  if (id === undefined || fen === 0) return undefined
  // From here on another credit note of the same invoice waits.
  const invoice = await lockInvoice.first(tx, { id })
  const before = await billedBy(tx, [credit])
  if (before) return before
  if (!invoice || !isCreditable(invoice)) throw invoiceUnknown()
  const shares = sharesOf(invoice, await itemsOf.all(tx, { id }), fen)
  const stored = await store(tx, cmd, invoice, credit, shares)
  await addCredit.run(tx, { id, amount: stored.total })
  return stored
}

/** An invoice that has a number, or is about to. */
const isCreditable = ({ kind, status, readyAt }: Invoice) =>
  kind === 'invoice' && status !== 'cancelled' && readyAt !== null

async function invoiceOf(tx: Tx, { cause, causeId }: Pick<Line, 'cause' | 'causeId'>) {
  const [found] = await billing.all(tx, { causes: [cause], causeIds: [causeId] })
  return found?.id
}

function sharesOf(invoice: Invoice, items: readonly Item[], fen: number): Shared[] {
  const leftFen = parseAmount(invoice.total) - parseAmount(invoice.credited)
  if (fen > leftFen) throw creditTooHigh({ params: { left: formatAmount(leftFen) } })
  const lines = items.map(({ amount, taxRate }) => ({ amountFen: parseAmount(amount), taxRate }))
  return creditOf(lines, invoice.inclusive, parseAmount(invoice.credited), fen)
}

function store(
  tx: Tx,
  cmd: Command,
  { id, accountId, language, buyer, currency, inclusive }: Invoice,
  credit: NewCreditNote,
  shares: readonly Shared[],
): Promise<Invoice> {
  const grossFen = sum(shares.map((share) => share.grossFen))
  const taxFen = sum(shares.map((share) => share.taxFen))
  return storeDraft(tx, cmd, {
    kind: 'credit_note',
    ...{ accountId, ofId: id, language, buyer, currency, inclusive, taxFen },
    netFen: grossFen - taxFen,
    totalFen: grossFen,
    isReady: true,
    isPaid: credit.isPaid ?? true,
    lines: shares.map((share, i) => ({
      cause: i === 0 ? credit.cause : `${credit.cause}_${i + 1}`,
      causeId: credit.causeId,
      text: credit.text ?? creditText[language],
      quantity: 1,
      amountFen: inclusive ? share.grossFen : share.grossFen - share.taxFen,
      taxRate: share.taxRate,
      taxFen: share.taxFen,
    })),
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
