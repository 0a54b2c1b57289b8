import type { Module } from '../../../platform/module.ts'
import { accountOverviewRoutes } from './rest.ts'

export const accountOverview = { routes: accountOverviewRoutes } satisfies Module
