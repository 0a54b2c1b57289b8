import type { FilterValue } from '@lessor/contract'
import { useTexts } from '../../../texts.ts'

type Account = FilterValue<'/api/admin/ledger', 'account'>
type Cause = FilterValue<'/api/admin/ledger', 'cause'>

const everyAccount: Readonly<Record<Account, true>> = {
  wallet: true,
  held: true,
  refunding: true,
  commission: true,
  gateway: true,
  income: true,
  tax: true,
  fees: true,
  vouchers: true,
  adjustments: true,
  commissions: true,
  payouts: true,
  cost: true,
  upstream: true,
  bank: true,
  losses: true,
}
const everyCause: Readonly<Record<Cause, true>> = {
  payment: true,
  fee: true,
  payment_reversed: true,
  reversal_collected: true,
  wallet_part: true,
  wallet_part_back: true,
  order_paid: true,
  released: true,
  top_up: true,
  adjustment: true,
  refund: true,
  refund_sent: true,
  refund_done: true,
  refund_failed: true,
  code: true,
  commission: true,
  commission_back: true,
  commission_payable: true,
  payout: true,
  upstream_funded: true,
  upstream_bought: true,
  upstream_refunded: true,
}

export const ledgerAccounts = Object.keys(everyAccount) as readonly Account[]
export const ledgerCauses = Object.keys(everyCause) as readonly Cause[]

/** What the accounts of the books, and the causes of their entries, are called. */
export function useLedgerWords() {
  const t = useTexts()
  return {
    account: (name: string) => {
      const one = ledgerAccounts.find((account) => account === name)
      return one ? t(`ledger.accounts.${one}`) : name
    },
    cause: (name: Cause) => t(`ledger.causes.${name}`),
  }
}
