import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onNumber, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { sealedColumn } from '../../../platform/sealed-column.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import { auditEntry } from './table.ts'

export type AuditEntry = typeof auditEntry.$inferSelect

interface Head {
  readonly seq: number
  readonly hash: Buffer
  readonly movedAt: number | null
  readonly seal: Buffer | null
  /** The key of the seal. */
  readonly keyId: number | null
  /** All keys, the newest first. */
  readonly keyIds: readonly number[]
  readonly keysSealed: readonly Buffer[]
}

/** The end of the chain, with the newest key; the transaction that locks it writes the next entry. */
export const lockHead = change<Record<string, never>, Head>(
  'audit.lock_head',
  `select head.seq, head.hash, head.moved_at, head.seal, head.key_id,
     array(select id from audit_key order by id desc) as key_ids,
     array(select sealed from audit_key order by id desc) as keys_sealed
   from audit_head head where "only" = 1 for update`,
)

export const headOf = query<Record<string, never>, { seq: number; hash: Buffer }>(
  'audit.head_of',
  'select seq, hash from audit_head where "only" = 1',
)

export const insertKey = change<{ id: number; sealed: Buffer }>(
  'audit.insert_key',
  'insert into audit_key (id, sealed) values ($id, $sealed)',
)

export const allKeys = query<Record<string, never>, { id: number; sealed: Buffer }>(
  'audit.all_keys',
  'select id, sealed from audit_key order by id',
)

/** Seals the head where it is: where nothing is written, but the key is new. */
export const sealHead = change<{ keyId: number; seal: Buffer; movedAt: number | null }>(
  'audit.seal_head',
  'update audit_head set key_id = $keyId, seal = $seal, moved_at = $movedAt where "only" = 1',
)

type NewEntry = Omit<AuditEntry, 'before' | 'after'> & {
  before: string | null
  after: string | null
  seal: Buffer
  movedAt: number | null
}

/** Writes an entry and moves the head to it: one statement, so that neither is without the other. */
export const append = change<NewEntry>(
  'audit.append',
  `with head as (
     update audit_head set seq = $seq, hash = $hash, key_id = $keyId, seal = $seal, moved_at = $movedAt where "only" = 1)
   insert into audit_entry (seq, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
     before, after, ip, user_agent, request_id, previous, hash, key_id)
   values ($seq, $at, $actorKind, $actorId, $actorName, $action, $subjectKind, $subjectId,
     $before, $after, $ip, $userAgent, $requestId, $previous, $hash, $keyId)`,
)

export type Link = {
  headSeq: number
  headHash: Buffer
  headKeyId: number | null
  headSeal: Buffer | null
  headMovedAt: number | null
} & (AuditEntry | { seq: null })

/** Entries in order, each beside the head as it was in the same instant; where there are none, the head alone. */
export const linksAfter = query<{ seq: number; limit: number }, Link>(
  'audit.links_after',
  `select head.seq as head_seq, head.hash as head_hash, head.key_id as head_key_id, head.seal as head_seal,
     head.moved_at as head_moved_at, ${columnsOf(auditEntry, 'entry')}
   from audit_head head
   left join lateral (
     select ${columnsOf(auditEntry)} from audit_entry where seq > $seq order by seq limit $limit) entry on true
   order by entry.seq`,
)

export interface AuditFilters {
  readonly actorName?: string | undefined
  readonly actorId?: string | undefined
  /** The beginning of an action: `codes.` is all of a module's. */
  readonly action?: string | undefined
  readonly subjectKind?: string | undefined
  readonly subjectId?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

// Entries have an order of their own, finer than their times: their numbers.
const bySeq = onNumber<AuditEntry>(auditEntry.seq, (row) => row.seq)
export const auditOrder = ordering<AuditEntry>({ at: bySeq }, bySeq, '-at')

/** Entries that match, newest first unless sorted. */
export async function listAudit(db: Db, filters: AuditFilters, page: Page): Promise<Paged<AuditEntry>> {
  const { actorName, actorId, action, subjectKind, subjectId, from, to } = filters
  const { where, orderBy, toPage } = auditOrder.of(page)
  const rows = await db.orm
    .select()
    .from(auditEntry)
    .where(
      and(
        actorName ? eq(auditEntry.actorName, actorName) : undefined,
        actorId ? eq(auditEntry.actorId, actorId) : undefined,
        action ? sql`starts_with(${auditEntry.action}, ${action})` : undefined,
        subjectKind ? eq(auditEntry.subjectKind, subjectKind) : undefined,
        subjectId ? eq(auditEntry.subjectId, subjectId) : undefined,
        from ? gte(auditEntry.at, from) : undefined,
        to ? lt(auditEntry.at, to) : undefined,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

/** All entries of one action, in their order: of one that is written seldom. */
export const entriesOf = query<{ action: string }, Pick<AuditEntry, 'seq' | 'subjectId' | 'after'>>(
  'audit.entries_of',
  'select seq, subject_id, after from audit_entry where action = $action order by seq',
)

export const auditSealed = sealedColumn({
  purpose: 'audit',
  table: 'audit_key',
  column: 'sealed',
  bound: 'id::text',
})
