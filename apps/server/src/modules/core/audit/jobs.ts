import { task } from '../../../platform/jobs.ts'
import { headOf } from './queries.ts'

/**
 * Writes the end of the log to the server's log every day: a copy outside of the database, which shows a log that was
 * put back to an older state (`lessor audit verify --noted`).
 */
export const auditJobs = [
  task('audit.note_head', 86_400, async ({ services: { db }, log }) => {
    const { seq, hash } = await headOf.one(db, {})
    log.info({ audit: `${seq}:${hash.toString('hex')}` }, 'the end of the audit log')
  }),
]
