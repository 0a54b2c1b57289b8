import { listLink } from '../../pieces/list-link.ts'

export const loginsPath = '/logs/logins'
export const loginsOf = (accountId: string) =>
  listLink<'/api/admin/logs/logins'>(loginsPath, { account_id: accountId })

export const rechargesPath = '/logs/recharges'
export const rechargesOf = (accountId: string) =>
  listLink<'/api/admin/logs/recharges'>(rechargesPath, { account_id: accountId })

export const auditPath = '/logs/audit'
export const auditOf = (subjectId: string) =>
  listLink<'/api/admin/logs/audit'>(auditPath, { subject_id: subjectId })
