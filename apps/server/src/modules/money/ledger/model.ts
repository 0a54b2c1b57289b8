import { formatAmount } from '@lessor/kit'

/** The accounts of the books. `kept` ones have a balance of their own for each `of`; the others are summed when asked. */
export const keptAccounts = ['wallet', 'held', 'refunding', 'commission'] as const
export const summedAccounts = [
  'gateway',
  'income',
  'tax',
  'fees',
  'vouchers',
  'adjustments',
  'commissions',
  'payouts',
  'cost',
  'upstream',
  'bank',
  'losses',
] as const
export const ledgerAccounts = [...keptAccounts, ...summedAccounts] as const
export type LedgerAccount = (typeof ledgerAccounts)[number]

/** Why money moved; with the id of the act it names an entry once. */
export const causes = [
  'payment',
  'fee',
  'payment_reversed',
  'reversal_collected',
  'wallet_part',
  'wallet_part_back',
  'order_paid',
  'released',
  'top_up',
  'adjustment',
  'refund',
  'refund_sent',
  'refund_done',
  'refund_failed',
  'code',
  'commission',
  'commission_back',
  'commission_payable',
  'payout',
  'upstream_funded',
  'upstream_bought',
  'upstream_refunded',
] as const
export type Cause = (typeof causes)[number]

/** A place in the books: an account, and whose: an account's id, an order's, a refund's, an interface's. */
export interface Place {
  readonly account: LedgerAccount
  readonly of: string | null
}

export interface Movement {
  readonly debit: Place
  readonly credit: Place
  readonly amountFen: number
}

export const wallet = (accountId: string): Place => ({ account: 'wallet', of: accountId })
/** What came in for an order, an invoice or a top-up, until it is used. */
export const held = (forId: string): Place => ({ account: 'held', of: forId })
export const refunding = (refundId: string): Place => ({ account: 'refunding', of: refundId })
export const gateway = (interfaceId: string): Place => ({ account: 'gateway', of: interfaceId })
export const fees = (interfaceId: string): Place => ({ account: 'fees', of: interfaceId })
export const income: Place = { account: 'income', of: null }
export const tax: Place = { account: 'tax', of: null }
/** What codes worth money brought in. */
export const vouchers: Place = { account: 'vouchers', of: null }
export const losses: Place = { account: 'losses', of: null }
export const adjustments: Place = { account: 'adjustments', of: null }

/** One movement of money, from the debited place to the credited one. Negative amounts have no meaning here. */
export const move = (debit: Place, credit: Place, amountFen: number): Movement => ({
  debit,
  credit,
  amountFen,
})

/** The columns of a statement's lists; movements of nothing are left out. */
export function columnsFor(movements: readonly Movement[]) {
  const real = movements.filter(({ amountFen }) => amountFen !== 0)
  return {
    parts: real.map((_, at) => at),
    debits: real.map(({ debit }) => debit.account),
    debitOfs: real.map(({ debit }) => debit.of),
    credits: real.map(({ credit }) => credit.account),
    creditOfs: real.map(({ credit }) => credit.of),
    amounts: real.map(({ amountFen }) => formatAmount(amountFen)),
  }
}
