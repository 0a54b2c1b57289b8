import { and, eq, getTableColumns, gt, ilike, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { containing } from '../../../platform/patterns.ts'
import {
  onId,
  onNumber,
  onTime,
  notASort,
  ordering,
  type Page,
  type Paged,
} from '../../../platform/paging.ts'
import { sealedColumn } from '../../../platform/sealed-column.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import { normaliseCode, type Brings, type Status } from './model.ts'
import { code, codeBatch } from './table.ts'

export type Batch = typeof codeBatch.$inferSelect

/** How many of a batch's codes were used and revoked; read from two small indexes. */
const ended = {
  used: sql<number>`(select count(*) from codes_code c where c.batch_id = codes_batch.id and c.used_at is not null)`,
  revoked: sql<number>`(select count(*) from codes_code c where c.batch_id = codes_batch.id and c.revoked_at is not null)`,
}

export interface CountedBatch extends Batch {
  readonly used: number
  readonly revoked: number
}

// Batches are few: only the usual order has an index.
export const batchOrder = ordering<CountedBatch>(
  {
    created_at: onTime(codeBatch.createdAt, (row) => row.createdAt),
    expires_at: onTime(codeBatch.expiresAt, (row) => row.expiresAt),
    count: onNumber(codeBatch.count, (row) => row.count),
  },
  onId(codeBatch.id, (row) => row.id),
  '-created_at',
)

interface BatchFilters {
  readonly query?: string | undefined
  readonly orderId?: string | undefined
}

/** Batches whose note, prefix or issuer has `query` in it, whatever its case; newest first unless sorted. */
export async function listBatches(db: Db, filters: BatchFilters, page: Page): Promise<Paged<CountedBatch>> {
  const { where, orderBy, offset, toPage } = batchOrder.of(page)
  const rows = await db.orm
    .select({ ...getTableColumns(codeBatch), ...ended })
    .from(codeBatch)
    .where(and(sought(filters), where))
    .orderBy(...orderBy)
    .offset(offset)
    .limit(page.limit + 1)
  return toPage(rows)
}

export const countBatches = (db: Db, filters: BatchFilters): Promise<number> =>
  db.orm.$count(codeBatch, sought(filters))

function sought({ query, orderId }: BatchFilters): SQL | undefined {
  const within = query && containing(query)
  const columns = [codeBatch.note, codeBatch.prefix, codeBatch.createdBy]
  return and(
    within ? or(...columns.map((column) => ilike(column, within))) : undefined,
    orderId ? eq(codeBatch.orderId, orderId) : undefined,
  )
}

export const countedBatch = (db: Db, id: string) => oneCounted(db, eq(codeBatch.id, id))

/** The batch of an order; undefined as long as none is issued. */
export const batchOfOrder = (db: Db, orderId: string) => oneCounted(db, eq(codeBatch.orderId, orderId))

async function oneCounted(db: Db, which: SQL): Promise<CountedBatch | undefined> {
  const columns = { ...getTableColumns(codeBatch), ...ended }
  const [batch] = await db.orm.select(columns).from(codeBatch).where(which)
  return batch
}

export const insertBatch = change<Batch & Record<string, unknown>, Batch>(
  'codes.insert_batch',
  `insert into codes_batch (id, product_id, order_id, worth, level, days, value, amount, count, prefix, note, expires_at, created_by, created_at)
   values ($id, $productId, $orderId, $worth, $level, $days, $value, $amount, $count, $prefix, $note, $expiresAt, $createdBy, $createdAt)
   returning ${columnsOf(codeBatch)}`,
)

export type NewCodes = {
  readonly ids: readonly string[]
  readonly hashes: readonly Buffer[]
  readonly seals: readonly Buffer[]
  readonly tails: readonly string[]
}

/** Stores many codes of one batch at once; the lists are read side by side. */
export const insertCodes = change<NewCodes & { batchId: string; now: Date }>(
  'codes.insert_codes',
  `insert into codes_code (id, batch_id, hash, sealed, tail, created_at)
   select id, $batchId::uuid, hash, sealed, tail, $now::timestamptz
   from unnest($ids::uuid[], $hashes::bytea[], $seals::bytea[], $tails::text[]) as new (id, hash, sealed, tail)`,
)

/** A code with what its batch says of it; its text is not in it. */
export interface Code extends Brings {
  readonly id: string
  readonly batchId: string
  readonly tail: string
  readonly usedBy: string | null
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
  readonly amount: string
  readonly expiresAt: Date
  readonly createdAt: Date
}

const codeColumns = `c.id, c.batch_id, c.tail, c.used_by, c.used_at, c.revoked_at, c.created_at,
  b.worth, b.level, b.days, b.value, b.amount, b.expires_at`

export const oneCode = query<{ id: string }, Code & { sealed: Buffer }>(
  'codes.one_code',
  `select ${codeColumns}, c.sealed from codes_code c join codes_batch b on b.id = c.batch_id where c.id = $id`,
)

/** Revokes a code that is neither used nor revoked; the row's lock decides against a redemption at the same moment. */
export const markRevoked = change<{ id: string; now: Date }, Code>(
  'codes.mark_revoked',
  `update codes_code c set revoked_at = $now from codes_batch b
   where b.id = c.batch_id and c.id = $id and c.used_at is null and c.revoked_at is null
   returning ${codeColumns}`,
)

/** The same for all of a batch; each row's lock decides against a redemption at the same moment. */
export const markBatchRevoked = change<{ batchId: string; now: Date }>(
  'codes.mark_batch_revoked',
  'update codes_code set revoked_at = $now where batch_id = $batchId and used_at is null and revoked_at is null',
)

/** The same for so many of what an order brought, the newest first. */
export const revokeOrdered = change<{ orderId: string; limit: number; now: Date }>(
  'codes.revoke_ordered',
  `with chosen as materialized (
     select c.id from codes_code c join codes_batch b on b.id = c.batch_id
     where b.order_id = $orderId and c.used_at is null and c.revoked_at is null
     order by c.id desc limit $limit for update of c)
   update codes_code set revoked_at = $now from chosen where codes_code.id = chosen.id`,
)

export interface ExportedCode {
  readonly id: string
  readonly sealed: Buffer
  readonly usedBy: string | null
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
}

/** The next codes of a batch in the order in which they were made. */
export const codesAfter = query<{ batchId: string; after: string; limit: number }, ExportedCode>(
  'codes.codes_after',
  `select id, sealed, used_by, used_at, revoked_at from codes_code
   where batch_id = $batchId and id > $after order by id limit $limit`,
)

export interface CodeFilters {
  readonly status?: Status | undefined
  readonly batchId?: string | undefined
  readonly wanted?: Wanted | undefined
}

/** Any of these finds a code. */
export interface Wanted {
  readonly hashes: readonly Buffer[]
  readonly tail: string
  readonly usedBy: string | undefined
}

const listed = {
  id: code.id,
  batchId: code.batchId,
  tail: code.tail,
  usedBy: code.usedBy,
  usedAt: code.usedAt,
  revokedAt: code.revokedAt,
  worth: codeBatch.worth,
  level: codeBatch.level,
  days: codeBatch.days,
  value: codeBatch.value,
  amount: codeBatch.amount,
  expiresAt: codeBatch.expiresAt,
  createdAt: code.createdAt,
}

export const codeOrder = ordering<Code>(
  {
    // Ids are in the order of time, so that every filter reads along an index: by batch, and then as they were made.
    created_at: onId(code.batchId, (row) => row.batchId),
    used_at: onTime(code.usedAt, (row) => row.usedAt ?? new Date(0)),
  },
  onId(code.id, (row) => row.id),
  '-created_at',
)

/**
 * Codes, those of the newest batch first unless sorted. By use only those that were used: an index of the few is enough
 * for them, and costs nothing while codes are issued.
 */
export async function listCodes(db: Db, filters: CodeFilters, now: Date, page: Page): Promise<Paged<Code>> {
  const { status, batchId, wanted } = filters
  if (page.sort?.endsWith('used_at') && status !== 'used') throw notASort()
  const { where, orderBy, toPage } = codeOrder.of(page)
  const rows = await db.orm
    .select(listed)
    .from(code)
    .innerJoin(codeBatch, eq(codeBatch.id, code.batchId))
    .where(and(where, batchId ? eq(code.batchId, batchId) : undefined, is(status, now), among(wanted)))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

function is(status: Status | undefined, now: Date): SQL | undefined {
  if (status === undefined) return undefined
  if (status === 'used') return isNotNull(code.usedAt)
  if (status === 'revoked') return isNotNull(code.revokedAt)
  const open = and(isNull(code.usedAt), isNull(code.revokedAt))
  // Batches are few: named first, those that don't match are skipped whole.
  const batches = status === 'expired' ? lte(codeBatch.expiresAt, now) : gt(codeBatch.expiresAt, now)
  return and(
    open,
    sql`${code.batchId} = any(array(select ${codeBatch.id} from ${codeBatch} where ${batches}))`,
  )
}

function among(wanted: Wanted | undefined): SQL | undefined {
  if (!wanted) return undefined
  const byHash = wanted.hashes.map((hash) => eq(code.hash, hash))
  return or(...byHash, eq(code.tail, wanted.tail), wanted.usedBy ? eq(code.usedBy, wanted.usedBy) : undefined)
}

export interface Claimed extends Brings {
  readonly id: string
  readonly batchId: string
  readonly productId: string
  readonly tail: string
  readonly amount: string
}

/**
 * Uses a code up, if it still can be: of any number that try at once, the database lets one. By one hash: PostgreSQL plans
 * `= any` of a list again each time.
 */
export const claimCode = change<{ hash: Buffer; accountId: string; now: Date }, Claimed>(
  'codes.claim',
  `update codes_code c set used_by = $accountId, used_at = $now
   from codes_batch b
   where c.hash = $hash and c.used_at is null and c.revoked_at is null
     and b.id = c.batch_id and b.expires_at > $now
   returning c.id, c.batch_id, c.tail, b.product_id, b.worth, b.level, b.days, b.value, b.amount`,
)

/** What became of a code that couldn't be claimed. */
export const codeByHash = query<
  { hashes: readonly Buffer[] },
  { usedAt: Date | null; revokedAt: Date | null }
>('codes.by_hash', 'select used_at, revoked_at from codes_code where hash = any($hashes::bytea[])')

export const codesSealed = sealedColumn({
  purpose: 'codes',
  table: 'codes_code',
  column: 'sealed',
  bound: 'id::text',
  hash: ['hash', normaliseCode],
})
