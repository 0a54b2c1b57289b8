import type { Module } from '../../../platform/module.ts'
import { statementRoutes } from './rest.ts'

export const statements = { routes: statementRoutes } satisfies Module
