import { codesMay } from './permissions.ts'
import { addDays, newId } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import { demand, type Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Secrets } from '../../../platform/secrets.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { vipProductId } from '../../leasing/catalog/index.ts'
import { codeText, normaliseCode, randomLength, tailOf, type Brings } from './model.ts'
import { insertBatch, insertCodes, type Batch, type NewCodes, codesSealed } from './queries.ts'

/** What each brings is days of a level, unless it says money. */
export interface NewBatch extends Partial<Brings> {
  /** 1 to 100,000. */
  readonly count: number
  /** Up to 8 of A-Z and 0-9, in front of each code. */
  readonly prefix: string
  /** 1 to 3650, after which an unused code is worth nothing. */
  readonly expiresInDays: number
  readonly note: string
  /** Decimal text: what one code is sold for. */
  readonly amount: string
}

export interface IssuedBatch {
  readonly batch: Batch
  /** In the clear; null when there are more than 1,000, which only an export shows. */
  readonly texts: readonly string[] | null
}

type OnProgress = (made: number) => void

const maxShown = 1_000
// A chunk takes about 3 ms to make; between two of them other requests have their turn.
const chunkSize = 250

/**
 * Makes codes that all bring the same: all of them or none, and the same key never makes them twice.
 * `onProgress` hears how many are made.
 */
export function issueBatch(
  cmd: Command,
  input: NewBatch,
  onProgress: OnProgress = () => undefined,
): Promise<IssuedBatch> {
  demand(cmd, codesMay.issue)
  const { expiresInDays, ...given } = input
  const terms = { worth: 'time', level: null, days: null, value: null, ...given } as const
  return inTransaction(cmd, 'codes.issue_batch', async (tx) => {
    const batch = await insertBatch.one(tx, {
      ...terms,
      id: newId(),
      productId: vipProductId,
      orderId: null,
      expiresAt: addDays(cmd.now, expiresInDays),
      createdBy: nameOf(cmd),
      createdAt: cmd.now,
    })
    const texts = await insertAll(tx, cmd.services.secrets, batch, onProgress)
    await record(tx, cmd, {
      action: 'codes.batch_issued',
      subject: { kind: 'code_batch', id: batch.id },
      after: { ...terms, expires_at: batch.expiresAt },
    })
    return { batch, texts }
  })
}

const nameOf = ({ actor }: Command) => (actor.kind === 'visitor' ? '' : actor.name)

/** Makes a batch's codes, the next chunk while the database stores the last; answers the texts of a batch that may be shown. */
export async function insertAll(
  tx: Tx,
  secrets: Secrets,
  batch: Batch,
  onProgress: OnProgress,
): Promise<string[] | null> {
  const shown: string[] = []
  let stored: Promise<unknown> = Promise.resolve()
  for (let made = 0; made < batch.count; made += chunkSize) {
    const { texts, ...codes } = makeCodes(secrets, batch.prefix, Math.min(chunkSize, batch.count - made))
    await stored
    onProgress(made)
    stored = insertCodes.run(tx, { ...codes, batchId: batch.id, now: batch.createdAt })
    if (batch.count <= maxShown) shown.push(...texts)
  }
  await stored
  return batch.count <= maxShown ? shown : null
}

function makeCodes(secrets: Secrets, prefix: string, count: number): NewCodes & { texts: string[] } {
  const random = randomBytes(count * randomLength)
  const ids = Array.from({ length: count }, newId)
  const texts = ids.map((_, i) => codeText(prefix, random.subarray(i * randomLength, (i + 1) * randomLength)))
  return {
    ids,
    texts,
    hashes: texts.map((text) => newestHash(secrets, text)),
    seals: texts.map((text, i) => secrets.seal(codesSealed.purpose, Buffer.from(text), ids[i])),
    tails: texts.map(tailOf),
  }
}

function newestHash(secrets: Secrets, text: string): Buffer {
  const [newest] = secrets.codeHashes(normaliseCode(text))
  if (!newest) throw new Error('The key ring is empty')
  return newest
}
