import { listLink } from '../../../pieces/list-link.ts'

export const loginsPath = '/logs/logins'
export const loginsOf = (accountId: string) =>
  listLink<'/api/admin/logs/logins'>(loginsPath, { account_id: accountId })
