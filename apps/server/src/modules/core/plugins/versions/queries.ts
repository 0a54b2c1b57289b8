import { nameKey } from '@lessor/kit'
import { and, eq, getTableColumns, like, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../../../platform/db.ts'
import { onId, onText, onTime, ordering, type Page, type Paged } from '../../../../platform/paging.ts'
import { containing } from '../../../../platform/patterns.ts'
import { change, columnsOf, query } from '../../../../platform/statement.ts'
import type { Kind, Origin } from '../model.ts'
import { pluginInterface, version } from '../table.ts'

export type Version = typeof version.$inferSelect
/** Without what is long. */
export type ListedVersion = Omit<Version, 'source' | 'script' | 'hash'>
/** The active version of a plugin. */
export type Plugin = ListedVersion & { readonly interfaces: number }

const { source: _source, script: _script, hash: _hash, ...short } = getTableColumns(version)
const shortNames = Object.values(short)
  .map(({ name }) => name)
  .join(', ')

export type Known = Pick<Version, 'plugin' | 'version' | 'kind' | 'hash' | 'active' | 'origin'>
/** Every stored version, without what is long: they are hundreds at most. */
export const knownVersions = query<Record<string, never>, Known>(
  'plugins.known_versions',
  'select plugin, version, kind, hash, active, origin from plugins_version',
)
export const versionById = query<{ id: string }, Version>(
  'plugins.version_by_id',
  `select ${columnsOf(version)} from plugins_version where id = $id`,
)
export const activeVersion = query<{ plugin: string }, Version>(
  'plugins.active_version',
  `select ${columnsOf(version)} from plugins_version where plugin = $plugin and active`,
)
/** Nobody else stores or activates a version until the transaction ends; reading goes on. */
export const lockVersions = change(
  'plugins.lock_versions',
  'lock table plugins_version in share row exclusive mode',
)
export const versionsOf = change<{ plugin: string }, ListedVersion>(
  'plugins.versions_of',
  `select ${shortNames} from plugins_version where plugin = $plugin for update`,
)

/** `manifest` is JSON. */
type NewVersion = Omit<Version, 'manifest' | 'exports' | 'active' | 'activeSince'> & {
  readonly manifest: string
  readonly exports: readonly string[]
}

export const insertVersion = change<NewVersion, ListedVersion>(
  'plugins.insert_version',
  `insert into plugins_version
     (id, plugin, version, kind, manifest, source, script, exports, hash, origin, created_at, created_by, active)
   values ($id, $plugin, $version, $kind, $manifest, $source, $script, $exports, $hash, $origin, $createdAt, $createdBy, false)
   returning ${shortNames}`,
)
export const deactivate = change<{ plugin: string }>(
  'plugins.deactivate',
  'update plugins_version set active = false where plugin = $plugin and active',
)
export const activate = change<{ id: string; now: Date }, ListedVersion>(
  'plugins.activate',
  `update plugins_version set active = true, active_since = $now where id = $id returning ${shortNames}`,
)

// They are few: no index.
export const pluginOrder = ordering<Plugin>(
  {
    plugin: onText(version.plugin, (row) => row.plugin),
    kind: onText(version.kind, (row) => row.kind),
    created_at: onTime(version.createdAt, (row) => row.createdAt),
  },
  onId(version.id, (row) => row.id),
  'plugin',
)

export interface PluginFilters {
  readonly kind?: Kind | undefined
  readonly origin?: Origin | undefined
  /** Part of the id or of a name. */
  readonly query?: string | undefined
}

/** The active version of every plugin, by plugin unless sorted. */
export async function findPlugins(db: Db, filters: PluginFilters, page: Page): Promise<Paged<Plugin>> {
  const { where, orderBy, offset, toPage } = pluginOrder.of(page)
  const rows = await db.orm
    .select({ ...short, interfaces: interfacesOf })
    .from(version)
    .where(and(activeOnes(filters), where))
    .offset(offset)
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

export const countPlugins = (db: Db, filters: PluginFilters): Promise<number> =>
  db.orm.$count(version, activeOnes(filters))

function activeOnes({ kind, origin, query: text }: PluginFilters): SQL | undefined {
  const names = sql`lower(${version.plugin} || ' ' || (${version.manifest} ->> 'name'))`
  return and(
    eq(version.active, true),
    kind && eq(version.kind, kind),
    origin && eq(version.origin, origin),
    text ? like(names, containing(nameKey(text))) : undefined,
  )
}

const interfacesOf = sql<number>`(select count(*) from ${pluginInterface} where ${pluginInterface.plugin} = ${version.plugin})`

export const countInterfaces = query<{ plugin: string }, { interfaces: number }>(
  'plugins.count_interfaces',
  'select count(*) as interfaces from plugins_interface where plugin = $plugin',
)

export const versionOrder = ordering<ListedVersion>(
  {
    created_at: onTime(version.createdAt, (row) => row.createdAt),
    plugin: onText(version.plugin, (row) => row.plugin),
  },
  onId(version.id, (row) => row.id),
  '-created_at',
)

interface VersionFilters {
  readonly plugin?: string | undefined
}

/** Stored versions, of one plugin if it is given, newest first unless sorted. */
export async function findVersions(
  db: Db,
  filters: VersionFilters,
  page: Page,
): Promise<Paged<ListedVersion>> {
  const { where, orderBy, offset, toPage } = versionOrder.of(page)
  const rows = await db.orm
    .select(short)
    .from(version)
    .where(and(ofPlugin(filters), where))
    .offset(offset)
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

export const countVersions = (db: Db, filters: VersionFilters): Promise<number> =>
  db.orm.$count(version, ofPlugin(filters))

const ofPlugin = ({ plugin }: VersionFilters) => (plugin ? eq(version.plugin, plugin) : undefined)
