import type { Module } from '../../../platform/module.ts'
import { settingsRoutes } from './rest.ts'

export { brandShown } from './model.ts'
export { openSettings } from './open-settings.ts'
export { settingsMay } from './permissions.ts'

export const settings = { routes: settingsRoutes } satisfies Module
