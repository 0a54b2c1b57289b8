import { monitorMay } from './permissions.ts'
import { record } from '../../core/audit/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'

/** Runs a job that was given up again, within seconds and on any process. Refused as not found unless it failed. */
export async function retryJob(cmd: Command, { name, id }: { name: string; id: string }): Promise<void> {
  demand(cmd, monitorMay.retryJobs)
  await inTransaction(cmd, 'monitor.retry_job', async (tx) => {
    if (!(await cmd.services.events.retry(tx, name, id))) throw notFound()
    await record(tx, cmd, { action: 'monitor.job_retried', subject: { kind: 'job', id }, after: { name } })
  })
}
