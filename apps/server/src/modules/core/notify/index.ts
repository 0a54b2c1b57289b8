import type { Module } from '../../../platform/module.ts'
import { notifyJobs } from './jobs.ts'
import { notifyRoutes } from './rest.ts'

export { mailCounts, mailsAbout } from './queries.ts'
export { mailTemplate } from './mail-template.ts'
export { untilText } from './model.ts'
export { queueMail } from './queue-mail.ts'
export { sendingNow } from './send-now.ts'

export const notify = { routes: notifyRoutes, jobs: notifyJobs } satisfies Module
