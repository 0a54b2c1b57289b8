import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const statementsMay = {
  read: permission('statements.read', 'finance'),
  match: permission('statements.match', 'finance'),
}
