import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const codesMay = {
  read: permission('codes.read'),
  issue: permission('codes.issue'),
  reveal: permission('codes.reveal'),
  revoke: permission('codes.revoke'),
  export: permission('codes.export'),
}
