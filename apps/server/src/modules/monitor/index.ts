export { monitorRoutes } from './rest.ts'
