import type { CustomerCommand } from '../../../../platform/command.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { orderById } from '../../orders/index.ts'
import { linesOf, pagesOf, type BatchExport, type ExportedLine } from '../export-batch.ts'
import { batchOfOrder, codesAfter, type CountedBatch } from '../queries.ts'

export interface OwnPage {
  readonly batch: CountedBatch
  readonly lines: readonly ExportedLine[]
  readonly nextCursor: string | null
}

const beforeAll = '00000000-0000-0000-0000-000000000000'

/** A page of the codes that somebody bought, in the clear: they are theirs. Undefined as long as none are issued. */
export async function ownCodes(
  cmd: CustomerCommand,
  { orderId, cursor = beforeAll, limit }: { orderId: string; cursor?: string | undefined; limit: number },
): Promise<OwnPage | undefined> {
  const batch = await ownBatch(cmd, orderId)
  if (!batch) return undefined
  const found = await codesAfter.all(cmd.services.db, { batchId: batch.id, after: cursor, limit: limit + 1 })
  const codes = found.slice(0, limit)
  return {
    batch,
    lines: await linesOf(cmd, batch, codes),
    nextCursor: found.length > limit ? (codes.at(-1)?.id ?? null) : null,
  }
}

/** All of them, page by page. */
export async function ownExport(
  cmd: CustomerCommand,
  { orderId }: { orderId: string },
): Promise<BatchExport> {
  const batch = await ownBatch(cmd, orderId)
  if (!batch) throw notFound()
  return { batch, pages: pagesOf(cmd, batch) }
}

async function ownBatch({ services: { db }, actor }: CustomerCommand, orderId: string) {
  const order = await orderById.first(db, { id: orderId })
  if (order?.accountId !== actor.id) throw notFound()
  return batchOfOrder(db, orderId)
}
