import { nameKey } from '@lessor/kit'
import { and, eq, getTableColumns, like, type SQL } from 'drizzle-orm'
import { constraintOf, sqlStateOf, type Db } from '../../../../platform/db.ts'
import {
  onId,
  onText,
  onTime,
  onTimeOrNever,
  ordering,
  type Page,
  type Paged,
} from '../../../../platform/paging.ts'
import { containing } from '../../../../platform/patterns.ts'
import { sealedColumn } from '../../../../platform/sealed-column.ts'
import { change, columnsOf, query, standalone } from '../../../../platform/statement.ts'
import { interfaceInUse, interfaceNameTaken } from '../errors.ts'
import type { Kind, Manifest } from '../model.ts'
import { pluginInterface } from '../table.ts'

export type Interface = typeof pluginInterface.$inferSelect
export type ListedInterface = Omit<Interface, 'sealed'>

/** What a call needs, read at once: the interface, and the version that is active now. */
export interface CallTarget extends Interface {
  readonly script: string
  readonly manifest: Manifest
  readonly exports: readonly string[]
}

export const interfaceById = query<{ id: string }, Interface>(
  'plugins.interface_by_id',
  `select ${columnsOf(pluginInterface)} from plugins_interface where id = $id`,
)
/** All of a kind, by name. */
export const interfacesOfKind = query<
  { kind: Interface['kind'] },
  Pick<Interface, 'id' | 'name' | 'enabled'>
>(
  'plugins.interfaces_of_kind',
  `select id, name, enabled from plugins_interface where kind = $kind order by name, id`,
)

export const callTarget = query<{ id: string }, CallTarget>(
  'plugins.call_target',
  `select ${columnsOf(pluginInterface, 'one')}, version.script, version.manifest, version.exports
   from plugins_interface one join plugins_version version on version.plugin = one.plugin and version.active
   where one.id = $id`,
)
export const lockInterface = change<{ id: string }, Interface>(
  'plugins.lock_interface',
  `select ${columnsOf(pluginInterface)} from plugins_interface where id = $id for update`,
)

/** `config` is JSON. */
type Written = Pick<
  Interface,
  'id' | 'name' | 'nameKey' | 'sealed' | 'secretFields' | 'hosts' | 'enabled'
> & {
  readonly config: string
  readonly now: Date
}

export const insertInterface = change<Written & Pick<Interface, 'plugin' | 'kind'>, Interface>(
  'plugins.insert_interface',
  `insert into plugins_interface
     (id, plugin, kind, name, name_key, config, sealed, secret_fields, hosts, enabled, revision, created_at, updated_at)
   values ($id, $plugin, $kind, $name, $nameKey, $config, $sealed, $secretFields, $hosts, $enabled, 1, $now, $now)
   returning ${columnsOf(pluginInterface)}`,
)
export const updateInterface = change<Written, Interface>(
  'plugins.update_interface',
  `update plugins_interface set name = $name, name_key = $nameKey, config = $config, sealed = $sealed,
     secret_fields = $secretFields, hosts = $hosts, enabled = $enabled, revision = revision + 1, updated_at = $now
   where id = $id returning ${columnsOf(pluginInterface)}`,
)
const deleteStatement = change<{ id: string }>(
  'plugins.delete_interface',
  'delete from plugins_interface where id = $id',
)
export const saveHealth = standalone<
  { id: string; ok: boolean; reason: string | null; now: Date },
  Interface
>(
  'plugins.save_health',
  `update plugins_interface set checked_at = $now, check_ok = $ok, check_reason = $reason where id = $id
   returning ${columnsOf(pluginInterface)}`,
)

/** Runs a write; a name that another interface has, also one written at the same moment, becomes its refusal. */
export async function unlessNameTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw constraintOf(error) === 'plugins_interface_name_key_unique' ? interfaceNameTaken() : error
  }
}

/** Deletes an interface, with what its scripts kept; refused while a row of another module names it. */
export async function deleteInterfaceRow(...args: Parameters<typeof deleteStatement.run>): Promise<void> {
  try {
    await deleteStatement.run(...args)
  } catch (error) {
    throw sqlStateOf(error) === '23503' ? interfaceInUse() : error
  }
}

const { sealed: _sealed, ...listed } = getTableColumns(pluginInterface)

// They are few: no index.
export const interfaceOrder = ordering<ListedInterface>(
  {
    name: onText(pluginInterface.nameKey, (row) => row.nameKey),
    plugin: onText(pluginInterface.plugin, (row) => row.plugin),
    created_at: onTime(pluginInterface.createdAt, (row) => row.createdAt),
    checked_at: onTimeOrNever(pluginInterface.checkedAt, (row) => row.checkedAt),
  },
  onId(pluginInterface.id, (row) => row.id),
  'name',
)

export interface InterfaceFilters {
  readonly plugin?: string | undefined
  readonly kind?: Kind | undefined
  readonly enabled?: boolean | undefined
  /** Part of the name. */
  readonly query?: string | undefined
}

/** Interfaces by name unless sorted. */
export async function findInterfaces(
  db: Db,
  filters: InterfaceFilters,
  page: Page,
): Promise<Paged<ListedInterface>> {
  const { where, orderBy, offset, toPage } = interfaceOrder.of(page)
  const rows = await db.orm
    .select(listed)
    .from(pluginInterface)
    .where(and(sought(filters), where))
    .offset(offset)
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

export const countFound = (db: Db, filters: InterfaceFilters): Promise<number> =>
  db.orm.$count(pluginInterface, sought(filters))

const sought = ({ plugin, kind, enabled, query: text }: InterfaceFilters): SQL | undefined =>
  and(
    plugin ? eq(pluginInterface.plugin, plugin) : undefined,
    kind && eq(pluginInterface.kind, kind),
    enabled === undefined ? undefined : eq(pluginInterface.enabled, enabled),
    text ? like(pluginInterface.nameKey, containing(nameKey(text))) : undefined,
  )

export const interfaceSealed = sealedColumn({
  purpose: 'plugin interface',
  table: 'plugins_interface',
  column: 'sealed',
  bound: 'id::text',
})

interface Key {
  readonly id: string
  readonly key: string
}

export const keptValue = query<Key, { value: unknown }>(
  'plugins.kept_value',
  'select value from plugins_kv where interface_id = $id and key = $key',
)
/** Those who keep something for one interface take turns; others may name the interface meanwhile. */
export const lockKept = change<{ id: string }, { id: string }>(
  'plugins.lock_kept',
  'select id from plugins_interface where id = $id for no key update',
)
/** Keeps nothing where it would be more than `most` bytes in all. `value` is JSON. */
export const keepValue = change<Key & { value: string; most: number }>(
  'plugins.keep_value',
  `insert into plugins_kv (interface_id, key, value)
   select $id, $key, $value::jsonb
   where octet_length($key::text) + octet_length($value::jsonb::text) + coalesce((
     select sum(octet_length(key) + octet_length(value::text)) from plugins_kv
     where interface_id = $id and key <> $key), 0) <= $most
   on conflict (interface_id, key) do update set value = excluded.value`,
)
export const dropValue = standalone<Key>(
  'plugins.drop_value',
  'delete from plugins_kv where interface_id = $id and key = $key',
)
