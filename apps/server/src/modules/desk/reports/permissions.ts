import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const reportsMay = {
  read: permission('reports.read', 'finance'),
}
