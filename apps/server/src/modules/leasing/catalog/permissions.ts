import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const catalogMay = {
  read: permission('catalog.read', 'finance', 'support'),
  /** Categories, groups, products, plans and their prices. */
  edit: permission('catalog.edit'),
  writeSoftware: permission('software.write'),
}
