import { dayOf, type Language } from '@lessor/kit'
import type { InvoiceKind, InvoiceStatus, Party } from '../model.ts'
import { printedStatus, words } from './texts.ts'

/** What a document is printed of. */
export interface Source {
  readonly kind: InvoiceKind
  readonly status: InvoiceStatus
  readonly language: Language
  readonly reference: string | null
  readonly buyer: Party
  readonly seller: Party
  readonly currency: string
  readonly inclusive: boolean
  readonly net: string
  readonly tax: string
  readonly total: string
  readonly paidAmount: string
  readonly periodStart: Date | null
  readonly periodEnd: Date | null
  readonly issuedAt: Date | null
  readonly dueAt: Date | null
  readonly paidAt: Date | null
  readonly items: readonly {
    readonly text: string
    readonly quantity: number
    readonly amount: string
    readonly taxRate: string
  }[]
  /** The printed number of the invoice that a credit note is for. */
  readonly of: string | null
}

type Pair = readonly [label: string, value: string]

/** A page as text, in its language, whatever it is drawn with. */
export interface Printed {
  readonly language: Language
  readonly title: string
  readonly facts: readonly Pair[]
  readonly parties: readonly { readonly label: string; readonly lines: readonly string[] }[]
  readonly columns: readonly [string, string, string, string]
  readonly rows: readonly (readonly [text: string, quantity: string, rate: string, amount: string])[]
  readonly totals: readonly Pair[]
  readonly note: string
  readonly footer: string
}

/** Lays out a document as text; days are those of `zone`. */
export function printedOf(source: Source, zone: string): Printed {
  const { language, currency } = source
  const say = (word: keyof typeof words) => words[word][language]
  const sign = source.kind === 'credit_note' && Number(source.total) > 0 ? '-' : ''
  const money = (amount: string) => `${Number(amount) === 0 ? '' : sign}${amount}`
  return {
    language,
    title: say(source.kind),
    facts: factsOf(source, zone),
    parties: [partyOf(source.seller, 'seller', language), partyOf(source.buyer, 'buyer', language)],
    columns: [say('item'), say('quantity'), say('rate'), `${say('amount')} (${currency})`],
    rows: source.items.map(({ text, quantity, amount, taxRate }) => [
      text,
      String(quantity),
      `${taxRate}%`,
      money(amount),
    ]),
    totals: [
      [say('net'), money(source.net)],
      [say('tax'), money(source.tax)],
      [say('total'), `${money(source.total)} ${currency}`],
      ...paidOf(source, money),
    ],
    note: Number(source.tax) === 0 ? '' : say(source.inclusive ? 'inclusive' : 'exclusive'),
    footer: source.seller.footer ?? '',
  }
}

/** Shown only where something is paid. */
const paidOf = ({ paidAmount, language }: Source, money: (amount: string) => string): Pair[] =>
  Number(paidAmount) === 0 ? [] : [[words.paidAmount[language], money(paidAmount)]]

function factsOf(source: Source, zone: string): Pair[] {
  const { language, periodStart, periodEnd } = source
  const day = (at: Date | null) => at && dayOf(at, zone)
  const facts: readonly (readonly [keyof typeof words, string | null])[] = [
    ['number', source.reference ?? words.draft[language]],
    ['of', source.of],
    ['issued', day(source.issuedAt)],
    ['due', source.kind === 'invoice' && source.paidAt === null ? day(source.dueAt) : null],
    ['paid', day(source.paidAt)],
    ['period', periodStart && periodEnd && `${dayOf(periodStart, zone)} – ${dayOf(periodEnd, zone)}`],
    ['status', printedStatus[source.status][language]],
  ]
  return facts.flatMap(([word, value]) => (value ? [[words[word][language], value] as const] : []))
}

function partyOf({ name, address, tax_id, email }: Party, label: 'seller' | 'buyer', language: Language) {
  const taxId = tax_id && `${words.taxId[language]}${language === 'zh' ? '：' : ': '}${tax_id}`
  return {
    label: words[label][language],
    lines: [name, address, taxId, email].filter((line) => line !== undefined && line !== '') as string[],
  }
}
