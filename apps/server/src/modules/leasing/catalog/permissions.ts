import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const catalogMay = {
  read: permission('catalog.read', 'finance', 'support'),
  writeSoftware: permission('software.write'),
}
