export { notifyJobs } from './jobs.ts'
export { queueMail } from './queue-mail.ts'
export { notifyRoutes } from './rest.ts'
