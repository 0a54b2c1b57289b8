import { dayOf } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { sellerOf } from './seller.ts'
import { numberBatch, settlePaid } from './queries.ts'

const perBatch = 200

/** Gives drafts that wait their numbers, a batch at a time, until none waits. Several processes may do so at once. */
export async function numberDue(cmd: Command): Promise<void> {
  // A key of the caller's would answer the second batch as the first.
  const { idempotency: _, ...once } = cmd
  while ((await numberSome(once)) === perBatch);
}

function numberSome(cmd: Command): Promise<number> {
  const { settings } = cmd.services
  const { prefix, credit_prefix: creditPrefix, due_days: dueDays } = settings.invoices
  return inTransaction(cmd, 'invoices.number_due', async (tx) => {
    const numbered = await numberBatch.all(tx, {
      ...{ now: cmd.now, limit: perBatch, prefix, creditPrefix, dueDays },
      year: Number(dayOf(cmd.now, settings.server.time_zone).slice(0, 4)),
      seller: JSON.stringify(sellerOf(settings, 'zh')),
      sellerEn: JSON.stringify(sellerOf(settings, 'en')),
    })
    if (numbered.length > 0) await settlePaid.run(tx, { ids: numbered.map(({ id }) => id), now: cmd.now })
    return numbered.length
  })
}
