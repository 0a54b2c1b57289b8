import type { Module } from '../../../platform/module.ts'
import { noticeJobs } from './jobs.ts'
import { noticeRoutes } from './rest.ts'

export { noticeKind } from './kinds.ts'
export { severities, type Severity } from './model.ts'
export { noticeOnce } from './queries.ts'
export { queueNotice } from './queue-notice.ts'

export const notices = { routes: noticeRoutes, jobs: noticeJobs } satisfies Module
