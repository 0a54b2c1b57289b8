import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const sessionsMay = {
  read: permission('sessions.read', 'support'),
  end: permission('sessions.end', 'support'),
}
