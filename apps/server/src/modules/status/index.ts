export { statusRoutes } from './rest.ts'
