export { listAudit } from './queries.ts'
export { record, type Change } from './record.ts'
export { auditRoutes } from './rest.ts'
export { verifyAudit } from './verify-audit.ts'
