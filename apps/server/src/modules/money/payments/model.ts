import { formatAmount, parseAmount } from '@lessor/kit'

export const paymentStates = ['pending', 'success', 'failed', 'refunded'] as const
export type PaymentState = (typeof paymentStates)[number]

export const refundStates = ['wanted', 'sent', 'success', 'failed'] as const
export type RefundState = (typeof refundStates)[number]

/** Who said that a payment was reversed. */
export const reversalSources = ['staff', 'notice', 'ask'] as const
export type ReversalSource = (typeof reversalSources)[number]

/** What staff decide about a reversed payment: take back what it brought, leave it, or collect it from the wallet. */
export const reversalDecisions = ['take_back', 'keep', 'collect'] as const
export type ReversalDecision = (typeof reversalDecisions)[number]

/** What a payment is for: it is held for that, until whoever owns it settles; a top-up goes to the wallet at once. */
export const paidFor = ['order', 'top_up'] as const
export type PaidFor = (typeof paidFor)[number]

/** What became of a notice of a gateway. */
export const verdicts = ['accepted', 'asking', 'repeated', 'forged', 'mismatch', 'unknown', 'error'] as const
export type Verdict = (typeof verdicts)[number]

/** What the customer does to pay. */
export interface PayAction {
  readonly qrCode?: string
  readonly paymentUrl?: string
  readonly instructions?: string
}

/** What a gateway says of a payment, as its plugin answers. */
export interface Facts {
  readonly status: string
  readonly reference: string
  readonly amount: string
  readonly transaction: string
  readonly fee?: string
}

const askDelaysS = [10, 30, 60, 120, 300, 900]
const hourS = 3_600
/** How long a payment that nobody paid is still asked for. */
const lateMs = 24 * hourS * 1000

/** When a payment is asked for next, after so many times; null when it is given up: a day after it expired. */
export function nextAskAt(asks: number, expiresAt: Date, now: Date): Date | null {
  const at = new Date(now.getTime() + (askDelaysS[asks] ?? hourS) * 1000)
  return at.getTime() > expiresAt.getTime() + lateMs ? null : at
}

/** Why the facts aren't those of the payment; undefined when they are. The reference names the payment and its payee. */
export function mismatchOf(payment: { reference: string; amount: string }, facts: Facts): string | undefined {
  if (facts.reference !== payment.reference) return `The reference is ${facts.reference}.`
  if (!isAmount(facts.amount) || parseAmount(facts.amount) !== parseAmount(payment.amount))
    return `${facts.amount} was paid, not ${payment.amount}.`
  if (typeof facts.transaction !== 'string' || facts.transaction === '')
    return 'The gateway named no transaction.'
  return undefined
}

/** What the gateway keeps, in fen; a fee that can't be is none. */
export function feeFen(facts: Pick<Facts, 'fee' | 'amount'>): number {
  if (facts.fee === undefined || !isAmount(facts.fee)) return 0
  return Math.min(parseAmount(facts.fee), parseAmount(facts.amount))
}

const isAmount = (text: unknown): text is string => {
  if (typeof text !== 'string') return false
  try {
    return formatAmount(parseAmount(text)).length > 0
  } catch {
    return false
  }
}

/** Whether an answer of a plugin has the form of facts. */
export const isFacts = (value: unknown): value is Facts => {
  const { status, reference, amount, transaction } = (value ?? {}) as Record<string, unknown>
  return [status, reference, amount, transaction].every((one) => typeof one === 'string')
}

/** The action in an answer of a plugin; undefined where it has none. */
export function actionIn(value: unknown): PayAction | undefined {
  const said = (value ?? {}) as Record<string, unknown>
  const text = (key: string, max: number) => {
    const one = said[key]
    return typeof one === 'string' && one !== '' && one.length <= max ? one : undefined
  }
  const [qrCode, paymentUrl, instructions] = [
    text('qrCode', 2_000),
    text('paymentUrl', 4_000),
    text('instructions', 2_000),
  ]
  if (!qrCode && !paymentUrl && !instructions) return undefined
  if (paymentUrl && !/^https?:\/\//.test(paymentUrl)) return undefined
  return {
    ...(qrCode && { qrCode }),
    ...(paymentUrl && { paymentUrl }),
    ...(instructions && { instructions }),
  }
}
