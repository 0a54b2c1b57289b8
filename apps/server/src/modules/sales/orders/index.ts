import type { Module } from '../../../platform/module.ts'
import { orderJobs } from './jobs.ts'
import { noticeRoutes } from './rest-notice.ts'
import { staffRoutes } from './rest-staff.ts'
import { customerRoutes } from './rest.ts'

export const orders = {
  routes: [...customerRoutes, ...staffRoutes, ...noticeRoutes],
  jobs: orderJobs,
} satisfies Module
