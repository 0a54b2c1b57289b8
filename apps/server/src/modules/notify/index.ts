export { notifyJobs } from './jobs.ts'
export { mailCounts, notifySealed } from './queries.ts'
export { queueMail } from './queue-mail.ts'
export { notifyRoutes } from './rest.ts'
