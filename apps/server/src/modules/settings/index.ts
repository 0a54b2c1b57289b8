export { brandShown } from './model.ts'
export { openSettings, type LiveSettings } from './open-settings.ts'
export { settingsSealed } from './queries.ts'
export { settingsRoutes } from './rest.ts'
