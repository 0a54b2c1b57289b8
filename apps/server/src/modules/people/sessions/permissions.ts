import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const sessionsMay = {
  read: permission('sessions.read'),
  end: permission('sessions.end'),
}
