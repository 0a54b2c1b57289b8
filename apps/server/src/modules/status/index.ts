export { statusPage } from './rest-page.ts'
export { statusRoutes } from './rest.ts'
