import type { Module } from '../../../platform/module.ts'
import { monitorJobs } from './jobs.ts'
import { monitorRoutes } from './rest.ts'

export type { Watched } from './health.ts'

export const monitor = { routes: monitorRoutes, jobs: monitorJobs } satisfies Module
