import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const codesMay = {
  read: permission('codes.read', 'finance', 'support'),
  issue: permission('codes.issue', 'finance'),
  reveal: permission('codes.reveal', 'finance'),
  revoke: permission('codes.revoke', 'finance'),
  export: permission('codes.export', 'finance'),
}
