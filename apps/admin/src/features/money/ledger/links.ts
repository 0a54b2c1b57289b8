import { listLink } from '../../../pieces/list-link.ts'

export const ledgerPath = '/ledger'
export const walletEntriesOf = (accountId: string) =>
  listLink<'/api/admin/ledger'>(ledgerPath, { account: 'wallet', of: accountId })
