import type { Module } from '../../../platform/module.ts'
import { summaryJobs } from './jobs.ts'

export const summary = { jobs: summaryJobs } satisfies Module
