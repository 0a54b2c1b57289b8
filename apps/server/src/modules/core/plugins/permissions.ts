import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const pluginsMay = {
  read: permission('plugins.read'),
  edit: permission('plugins.edit'),
}
