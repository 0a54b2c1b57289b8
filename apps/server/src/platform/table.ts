import {
  customType,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

/** Binary columns, as node-postgres reads them. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Every time in the database: UTC, milliseconds as JavaScript has them. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** Every amount of money: text with two digits after the point, up to 9999999999.99. */
export const money = (name: string) => numeric(name, { precision: 12, scale: 2 })

/** Answers of requests that carried an Idempotency-Key; deleted after a week. */
export const idempotency = pgTable(
  'platform_idempotency',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    /** Which use case of the command; null in rows of before this column. */
    useCase: text('use_case'),
    request: bytea('request').notNull(),
    answer: bytea('answer'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] }), index('platform_idempotency_age').on(t.createdAt)],
)

/** What happened, as rows of the transactions in which it did. */
export const event = pgTable(
  'platform_event',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    payload: jsonb('payload').notNull(),
    occurredAt: instant('occurred_at').notNull(),
  },
  (t) => [index('platform_event_age').on(t.occurredAt)],
)

/** The processes that run now; a row that is not renewed belongs to a dead one. */
export const instance = pgTable('platform_instance', {
  id: uuid('id').primaryKey(),
  host: text('host').notNull(),
  pid: integer('pid').notNull(),
  version: text('version').notNull(),
  startedAt: instant('started_at').notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
  /** How long after that it believes its memory: so long others wait for its confirmation. */
  trustMs: integer('trust_ms').notNull().default(3_000),
  /** Since when it can take heartbeats without a gap; absent: since its start. */
  takingSince: instant('taking_since'),
})

/** Failed guesses at secrets, by where they came from and the name that was tried; deleted when their window is over. */
export const guess = pgTable(
  'platform_guess',
  {
    limit: text('limit').notNull(),
    /** The network of an address, or what a known caller is known by. */
    source: text('source').notNull(),
    /** A keyed hash; empty where no name is tried. */
    name: text('name').notNull(),
    failed: integer('failed').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.limit, t.source, t.name] }),
    index('platform_guess_name').on(t.limit, t.name),
    index('platform_guess_end').on(t.endsAt),
  ],
)

/** A fingerprint of every key of the ring: a server that is started with other keys is refused before it writes. */
export const key = pgTable('platform_key', {
  id: integer('id').primaryKey(),
  fingerprint: bytea('fingerprint').notNull(),
  /** Nothing is sealed with it any more: the ring may lack it. */
  retiredAt: instant('retired_at'),
  /** What it hashed codes with, sealed by a newer key: recovery codes are kept as hashes only. */
  hashKey: bytea('hash_key'),
})

/** Keys of access tokens that sign no more, and since when. */
export const replacedTokenKey = pgTable('platform_replaced_token_key', {
  fingerprint: bytea('fingerprint').primaryKey(),
  replacedAt: instant('replaced_at').notNull(),
})
