import { formatAmount, newId, type Language } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { alreadyBilled } from './errors.ts'
import { draftReady } from './events.ts'
import type { InvoiceKind, Party } from './model.ts'
import { billing, insertDraft, type Invoice } from './queries.ts'

/** One line as it is stored; amounts in fen. */
export interface Line {
  readonly cause: string
  readonly causeId: string
  readonly text: string
  readonly quantity: number
  readonly amountFen: number
  readonly taxRate: string
  readonly taxFen: number
}

export interface Document {
  readonly kind: InvoiceKind
  readonly accountId: string
  readonly ofId?: string
  readonly language: Language
  readonly buyer: Party
  readonly currency: string
  readonly inclusive: boolean
  readonly netFen: number
  readonly taxFen: number
  readonly totalFen: number
  readonly lines: readonly Line[]
  readonly isPaid?: boolean | undefined
  readonly paidAt?: Date | undefined
  /** Whether it gets a number by itself; else staff issue it. */
  readonly isReady: boolean
  readonly note?: string | undefined
  readonly period?: { readonly start: Date; readonly end: Date } | undefined
  readonly dueAt?: Date | undefined
}

/** The document of these causes, if there is one; refuses what is billed only in part, or on several. */
export async function billedBy(tx: Tx, lines: readonly Cause[]): Promise<Invoice | undefined> {
  const causes = lines.map(({ cause }) => cause)
  const [first, second] = await billing.all(tx, { causes, causeIds: lines.map(({ causeId }) => causeId) })
  if (!first) return undefined
  const { billed, ...document } = first
  if (second || billed !== lines.length) throw alreadyBilled()
  return document
}

type Cause = Pick<Line, 'cause' | 'causeId'>

/** Stores a document as a draft; what is billed already is answered as it is. */
export async function storeDraft(tx: Tx, cmd: Command, document: Document): Promise<Invoice> {
  const id = newId()
  const stored = await insertDraft.first(tx, { ...columnsOf(cmd, document), id, ...itemsOf(document.lines) })
  if (!stored) return (await billedBy(tx, document.lines)) ?? Promise.reject(new Error('A draft was lost'))
  if (document.isReady) await publish(tx, cmd, draftReady(id))
  return stored
}

function columnsOf({ now }: Command, document: Document) {
  const { kind, accountId, language, currency, inclusive, isPaid = false } = document
  return {
    ...{ kind, accountId, language, currency, inclusive, now },
    ofId: document.ofId ?? null,
    buyer: JSON.stringify(document.buyer),
    net: formatAmount(document.netFen),
    tax: formatAmount(document.taxFen),
    total: formatAmount(document.totalFen),
    paidAmount: formatAmount(isPaid ? document.totalFen : 0),
    note: document.note ?? '',
    periodStart: document.period?.start ?? null,
    periodEnd: document.period?.end ?? null,
    readyAt: document.isReady ? now : null,
    dueAt: document.dueAt ?? null,
    paidAt: isPaid ? (document.paidAt ?? now) : null,
  }
}

const itemsOf = (lines: readonly Line[]) => ({
  itemIds: lines.map(() => newId()),
  causes: lines.map(({ cause }) => cause),
  causeIds: lines.map(({ causeId }) => causeId),
  texts: lines.map(({ text }) => text),
  quantities: lines.map(({ quantity }) => quantity),
  amounts: lines.map(({ amountFen }) => formatAmount(amountFen)),
  taxRates: lines.map(({ taxRate }) => taxRate),
  taxes: lines.map(({ taxFen }) => formatAmount(taxFen)),
})
