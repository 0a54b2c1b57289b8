export { listAudit, type AuditEntry, type AuditFilters } from './queries.ts'
export { record, type Change } from './record.ts'
export { auditRoutes } from './rest.ts'
export { verifyAudit, type Break, type Verdict } from './verify-audit.ts'
