import type { Module } from '../../../platform/module.ts'
import { auditJobs } from './jobs.ts'
import { auditRoutes } from './rest.ts'

export { entriesOf, listAudit } from './queries.ts'
export { notingForbidden } from './note-forbidden.ts'
export { noteExport } from './note-export.ts'
export { record, sealLog, type Change } from './record.ts'
export { auditedList } from './rest-lists.ts'
export { verifyAudit, type Break } from './verify-audit.ts'
export { auditMay } from './permissions.ts'

export const audit = { routes: auditRoutes, jobs: auditJobs } satisfies Module
