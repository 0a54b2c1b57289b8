import type { Module } from '../../../platform/module.ts'
import { alertJobs } from './jobs.ts'
import { alertRoutes } from './rest.ts'

export { alertMetric } from './metrics.ts'
export type { Metric } from './model.ts'
export { observe, type Sample } from './observe.ts'
export { openAlerts } from './queries.ts'
export { raiseAlert } from './raise-alert.ts'
export { resolveAlert } from './resolve-alert.ts'

export const alerts = { routes: alertRoutes, jobs: alertJobs } satisfies Module
