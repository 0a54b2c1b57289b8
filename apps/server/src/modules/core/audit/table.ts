import { bigint, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { bytea, instant } from '../../../platform/table.ts'

/** One change that staff, a reseller, an API key or the system made. A trigger refuses to change or remove a row. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    ip: text('ip').notNull(),
    userAgent: text('user_agent').notNull(),
    requestId: text('request_id').notNull(),
    previous: bytea('previous').notNull(),
    hash: bytea('hash').notNull(),
    /** The key of the hash; none in entries of before there were keys, whose hash is plain. */
    keyId: integer('key_id'),
  },
  (t) => [
    index('audit_entry_at').on(t.at),
    index('audit_entry_subject').on(t.subjectKind, t.subjectId, t.seq),
    index('audit_entry_actor').on(t.actorId, t.seq),
    index('audit_entry_actor_name').on(t.actorName, t.seq),
    // text_pattern_ops: by the beginning of an action, whatever the database's collation.
    index('audit_entry_action').on(t.action.op('text_pattern_ops'), t.seq).concurrently(),
  ],
)

/** The end of the chain: locking its one row puts the writers of entries in line. */
export const auditHead = pgTable(
  'audit_head',
  {
    only: integer('only').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    hash: bytea('hash').notNull(),
    keyId: integer('key_id'),
    /** HMAC of the head; missing or wrong after a program without keys, or a stranger, moved the head. */
    seal: bytea('seal'),
    /** Where the head was when it was first found moved by a stranger. */
    movedAt: bigint('moved_at', { mode: 'number' }),
  },
  (t) => [check('audit_head_only', sql`${t.only} = 1`)],
)

/** The HMAC keys of the log, sealed by the installation's root keys, which are not in the database. */
export const auditKey = pgTable('audit_key', {
  id: integer('id').primaryKey(),
  sealed: bytea('sealed').notNull(),
})
