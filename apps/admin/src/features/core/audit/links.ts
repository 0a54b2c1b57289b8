import { listLink } from '../../../pieces/list-link.ts'

export const auditPath = '/logs/audit'
export const auditOf = (subjectId: string) =>
  listLink<'/api/admin/logs/audit'>(auditPath, { subject_id: subjectId })
