import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, instant } from '../../../platform/table.ts'
import type { FileState, Kind, Manifest, Origin, ScriptProblem, Values } from './model.ts'

/** One script that was stored; it never changes. */
export const version = pgTable(
  'plugins_version',
  {
    id: uuid('id').primaryKey(),
    plugin: text('plugin').notNull(),
    /** The manifest's, and for one from the console `+console.<n>` behind it. */
    version: text('version').notNull(),
    kind: text('kind').$type<Kind>().notNull(),
    manifest: jsonb('manifest').$type<Manifest>().notNull(),
    /** As it was written, and as it runs: without types. */
    source: text('source').notNull(),
    script: text('script').notNull(),
    exports: text('exports').array().notNull(),
    /** SHA-256 of the source. */
    hash: bytea('hash').notNull(),
    origin: text('origin').$type<Origin>().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    active: boolean('active').notNull(),
    activeSince: instant('active_since'),
  },
  (t) => [
    unique('plugins_version_number').on(t.plugin, t.version),
    uniqueIndex('plugins_version_active').on(t.plugin).where(sql`${t.active}`),
    check('plugins_version_origin', sql`${t.origin} in ('shipped', 'folder', 'console')`),
    check('plugins_version_kind', sql`${t.kind} in ('notifier', 'gateway', 'upstream', 'provider')`),
  ],
) // prettier-ignore

/** What the last scan saw of each file of the two folders; an empty name is the folder itself. */
export const file = pgTable(
  'plugins_file',
  {
    origin: text('origin').$type<Exclude<Origin, 'console'>>().notNull(),
    name: text('name').notNull(),
    state: text('state').$type<FileState>().notNull(),
    plugin: text('plugin'),
    version: text('version'),
    problem: jsonb('problem').$type<ScriptProblem>(),
    /** SHA-256 of a source that was loaded and refused: it isn't loaded again until it changes. */
    refused: bytea('refused'),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.origin, t.name] })],
)

/** A configured instance of a plugin. */
export const pluginInterface = pgTable(
  'plugins_interface',
  {
    id: uuid('id').primaryKey(),
    plugin: text('plugin').notNull(),
    kind: text('kind').$type<Kind>().notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull().unique(),
    /** Values of the plugin's fields that are no secrets. */
    config: jsonb('config').$type<Values>().notNull(),
    /** The secrets, as JSON by field; and which fields have one. */
    sealed: bytea('sealed'),
    secretFields: text('secret_fields').array().notNull(),
    /** Where it may connect. */
    hosts: text('hosts').array().notNull(),
    enabled: boolean('enabled').notNull(),
    /** Counts changes by staff, for those who edit at the same time. */
    revision: integer('revision').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    checkedAt: instant('checked_at'),
    checkOk: boolean('check_ok'),
    checkReason: text('check_reason'),
  },
  (t) => [check('plugins_interface_kind', sql`${t.kind} in ('notifier', 'gateway', 'upstream', 'provider')`)],
)

/** What the scripts of an interface keep. */
export const kv = pgTable(
  'plugins_kv',
  {
    interfaceId: uuid('interface_id').notNull().references(() => pluginInterface.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    value: jsonb('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.interfaceId, t.key] })],
) // prettier-ignore
