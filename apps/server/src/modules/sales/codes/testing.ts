import type { Command } from '../../../platform/command.ts'
import { issueBatch, type NewBatch } from './issue-batch.ts'
import type { Batch } from './queries.ts'

const ordinary = {
  ...{ level: 1, days: 30 },
  ...{ prefix: '', expiresInDays: 30, note: '', amount: '0.00' },
}

/** A batch of codes, as staff who may issue them; up to 1,000 with their texts. */
export async function someCodes(
  cmd: Command,
  count: number,
  terms: Partial<NewBatch> = {},
): Promise<{ batch: Batch; texts: readonly string[] }> {
  const { batch, texts } = await issueBatch(cmd, { ...ordinary, ...terms, count })
  return { batch, texts: texts ?? [] }
}
