import { demand, type Command } from '../../platform/command.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { usernamesOf } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { batchUnknown } from './errors.ts'
import { statusOf, type Status } from './model.ts'
import { codesAfter, countedBatch, type Batch } from './queries.ts'

export interface ExportedLine {
  readonly text: string
  readonly status: Status
  readonly usedAt: Date | null
  readonly usedBy: string
}

export interface BatchExport {
  readonly batch: Batch
  /** The batch's codes in the order in which they were made; the next page is read when it is asked for. */
  readonly pages: AsyncIterable<readonly ExportedLine[]>
}

const pageSize = 1_000
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Shows all codes of a batch in the clear, page by page, after the audit log says so. */
export async function exportBatch(cmd: Command, { id }: { readonly id: string }): Promise<BatchExport> {
  demand(cmd, 'codes.export')
  const batch = await inTransaction(cmd, async (tx) => {
    const batch = await countedBatch(tx, id)
    if (!batch) throw batchUnknown()
    const subject = { kind: 'code_batch', id }
    await record(tx, cmd, { action: 'codes.exported', subject, after: { count: batch.count } })
    return batch
  })
  return { batch, pages: pagesOf(cmd, batch) }
}

async function* pagesOf({ ground: { db, secrets }, now }: Command, batch: Batch) {
  let after = beforeAll
  for (;;) {
    const codes = await codesAfter.all(db, { batchId: batch.id, after, limit: pageSize })
    const users = codes.flatMap(({ usedBy }) => usedBy ?? [])
    const usernames = users.length > 0 ? await usernamesOf(db, users) : new Map<string, string>()
    yield codes.map(({ id, sealed, usedBy, ...marks }) => ({
      text: secrets.open('codes', sealed, id).toString(),
      status: statusOf({ ...marks, expiresAt: batch.expiresAt }, now),
      usedAt: marks.usedAt,
      usedBy: usedBy ? (usernames.get(usedBy) ?? '') : '',
    }))
    const last = codes.at(-1)
    if (!last || codes.length < pageSize) return
    after = last.id
  }
}
