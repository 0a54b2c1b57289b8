import { permission } from '../../../platform/permission.ts'

/** What roles may allow here. */
export const settingsMay = {
  manage: permission('settings.manage'),
}
