import { codesMay } from './permissions.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { usernamesOf } from '../../people/accounts/index.ts'
import { record } from '../../core/audit/index.ts'
import { batchUnknown } from './errors.ts'
import { statusOf, type Status } from './model.ts'
import { codesAfter, countedBatch, type Batch, type ExportedCode, codesSealed } from './queries.ts'

export interface ExportedLine {
  readonly text: string
  readonly status: Status
  readonly usedAt: Date | null
  readonly usedBy: string
}

export interface BatchExport {
  readonly batch: Batch
  /** The batch's codes in the order in which they were made; the next page is read on demand. */
  readonly pages: AsyncIterable<readonly ExportedLine[]>
}

const pageSize = 1_000
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Shows all codes of a batch in the clear, page by page, after the audit log says so. */
export async function exportBatch(cmd: Command, { id }: { readonly id: string }): Promise<BatchExport> {
  demand(cmd, codesMay.export)
  const batch = await inTransaction(cmd, 'codes.export_batch', async (tx) => {
    const batch = await countedBatch(tx, id)
    if (!batch) throw batchUnknown()
    const subject = { kind: 'code_batch', id }
    await record(tx, cmd, { action: 'codes.exported', subject, after: { count: batch.count } })
    return batch
  })
  return { batch, pages: pagesOf(cmd, batch) }
}

/** The codes of a batch, page by page. */
export async function* pagesOf(cmd: Command, batch: Batch): AsyncGenerator<ExportedLine[]> {
  const { db } = cmd.services
  const read = (after: string) => codesAfter.all(db, { batchId: batch.id, after, limit: pageSize })
  let next = read(beforeAll)
  for (;;) {
    const codes = await next
    const last = codes.length === pageSize ? codes.at(-1) : undefined
    if (last) {
      // The database works on the next page meanwhile. Should it fail, that is thrown where the page is awaited.
      next = read(last.id)
      next.catch(() => undefined)
    }
    yield await linesOf(cmd, batch, codes)
    if (!last) return
  }
}

/** Some of them in the clear. */
export async function linesOf(
  { services, now }: Command,
  { expiresAt }: Batch,
  codes: readonly ExportedCode[],
) {
  const users = codes.flatMap(({ usedBy }) => usedBy ?? [])
  const names = users.length > 0 ? await usernamesOf(services.db, users) : undefined
  return codes.map(({ id, sealed, usedBy, usedAt, revokedAt }) => ({
    text: services.secrets.open(codesSealed.purpose, sealed, id).toString(),
    status: statusOf({ usedAt, revokedAt, expiresAt }, now),
    usedAt,
    usedBy: (usedBy && names?.get(usedBy)) ?? '',
  }))
}
