import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endFill, fillBatch, nextToFill, noteFilled } from './search/queries.ts'

const batch = 500

/** Puts the accounts that are older than the search index into it; each batch is a short transaction of its own. */
export async function fillSearch(cmd: Command): Promise<void> {
  for (let goesOn = true; goesOn;) {
    goesOn = await inTransaction(cmd, 'accounts.fill_search', async (tx) => {
      const next = await nextToFill.first(tx, {})
      if (!next) return false
      const filled = await fillBatch.first(tx, { afterId: next.afterId, limit: batch })
      await (filled ? noteFilled.run(tx, filled) : endFill.run(tx, {}))
      return filled !== undefined
    })
  }
}
