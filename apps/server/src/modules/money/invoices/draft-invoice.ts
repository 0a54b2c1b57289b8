import { MAX_FEN, parseAmount, type Language } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { notFound } from '../../../platform/refusals.ts'
import { accountById, nameOf, verifiedMailbox, type Account } from '../../people/accounts/index.ts'
import { billedBy, storeDraft } from './draft.ts'
import { invoiceTooLarge } from './errors.ts'
import { currency, totalsOf, type Party } from './model.ts'
import type { Invoice } from './queries.ts'

/** What is billed: once for each cause. */
export interface NewItem {
  /** What kind of thing it is, as `order`, and which one. */
  readonly cause: string
  readonly causeId: string
  /** In the language of the buyer. */
  readonly text: string
  readonly quantity?: number
  /** Of the whole line, decimal; with the tax in it unless the settings say that it comes on top. */
  readonly amount: string
  /** Percent; absent: the settings'. */
  readonly taxRate?: string
}

/** What is said of a buyer; the rest comes from the account. */
type Given = { readonly [Field in keyof Party]?: Party[Field] | undefined }

export interface NewDraft {
  readonly accountId: string
  /** As printed; what is missing comes from the account. */
  readonly buyer?: Given | undefined
  /** Absent: the caller's. */
  readonly language?: Language | undefined
  readonly items: readonly NewItem[]
  readonly isPaid?: boolean | undefined
  readonly paidAt?: Date | undefined
  /** Whether it gets its number by itself, which is usual; else staff issue it. */
  readonly isReady?: boolean | undefined
  readonly note?: string | undefined
  readonly period?: { readonly start: Date; readonly end: Date } | undefined
  readonly dueAt?: Date | undefined
}

/**
 * Makes the draft of an invoice in the caller's transaction; called again with the same causes it answers the first one. A
 * task gives it its number soon after.
 */
export async function draftInvoice(tx: Tx, cmd: Command, draft: NewDraft): Promise<Invoice> {
  if (draft.items.length === 0) throw new Error('An invoice has at least one line')
  const before = await billedBy(tx, draft.items)
  if (before) return before
  const account = await accountById(tx, draft.accountId)
  if (!account) throw notFound()
  const { tax_rate: usualRate, tax_mode: mode } = cmd.services.settings.invoices
  const inclusive = mode === 'inclusive'
  const lines = draft.items.map(({ amount, quantity = 1, taxRate = usualRate, ...item }) => ({
    ...item,
    quantity,
    taxRate,
    amountFen: parseAmount(amount),
  }))
  const { taxes, ...totals } = totalsOf(lines, inclusive)
  if (totals.totalFen > MAX_FEN) throw invoiceTooLarge()
  return storeDraft(tx, cmd, {
    ...draft,
    ...totals,
    kind: 'invoice',
    currency,
    inclusive,
    language: draft.language ?? cmd.language,
    buyer: buyerOf(account, draft.buyer),
    isReady: draft.isReady ?? true,
    lines: lines.map((line, i) => ({ ...line, taxFen: taxes[i] ?? 0 })),
  })
}

function buyerOf(account: Account, given: Given = {}): Party {
  const said = Object.entries(given).filter(([, value]) => value !== undefined && value !== '')
  const mailbox = verifiedMailbox(account)
  return { name: nameOf(account), ...(mailbox && { email: mailbox.email }), ...Object.fromEntries(said) }
}
