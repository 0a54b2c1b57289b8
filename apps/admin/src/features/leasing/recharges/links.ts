import { listLink } from '../../../pieces/list-link.ts'

export const rechargesPath = '/logs/recharges'
export const rechargesOf = (accountId: string) =>
  listLink<'/api/admin/logs/recharges'>(rechargesPath, { account_id: accountId })
