import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const auditMay = {
  read: permission('audit.read'),
  readLogs: permission('logs.read', 'finance', 'support'),
}
