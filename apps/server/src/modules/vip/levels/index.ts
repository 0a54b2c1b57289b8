import type { Module } from '../../../platform/module.ts'
import { vipRoutes } from './rest.ts'

export { leaseShape, presentLease, presentTimeline, timelineShape } from './present.ts'
export { vipOf, vipsOf } from './vip-of.ts'

export const levels = { routes: vipRoutes } satisfies Module
