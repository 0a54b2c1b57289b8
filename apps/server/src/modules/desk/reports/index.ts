import type { Module } from '../../../platform/module.ts'
import { reportRoutes } from './rest.ts'

export const reports = { routes: reportRoutes } satisfies Module
