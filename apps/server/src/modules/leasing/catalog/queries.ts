import { and, like } from 'drizzle-orm'
import { nameKey } from '@lessor/kit'
import { constraintOf, type Db } from '../../../platform/db.ts'
import { containing } from '../../../platform/patterns.ts'
import { onId, onNumber, onText, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { change, columnsOf, query } from '../../../platform/statement.ts'
import { softwareNameTaken } from './errors.ts'
import { software } from './table.ts'

export type Software = typeof software.$inferSelect

export const allSoftware = query<Record<string, never>, Software>(
  'catalog.all_software',
  `select ${columnsOf(software)} from catalog_software order by name_key`,
)
// They are few: no index, and a search within names.
export const softwareOrder = ordering<Software>(
  {
    name: onText(software.nameKey, (row) => row.nameKey),
    required_vip_level: onNumber(software.requiredVipLevel, (row) => row.requiredVipLevel),
    updated_at: onTime(software.updatedAt, (row) => row.updatedAt),
  },
  onId(software.id, (row) => row.id),
  'name',
)

/** Software whose name has `query` in it, by name unless sorted. */
export async function findSoftware(
  db: Db,
  { query = '' }: { readonly query?: string | undefined },
  page: Page,
): Promise<Paged<Software>> {
  const { where, orderBy, toPage } = softwareOrder.of(page)
  const rows = await db.orm
    .select()
    .from(software)
    .where(and(query ? like(software.nameKey, containing(nameKey(query))) : undefined, where))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

export const oneSoftware = query<{ id: string }, Software>(
  'catalog.one_software',
  `select ${columnsOf(software)} from catalog_software where id = $id`,
)
export const lockSoftware = change<{ id: string }, Software>(
  'catalog.lock_software',
  `select ${columnsOf(software)} from catalog_software where id = $id for update`,
)
export const insertSoftware = change<Omit<Software, 'updatedAt'>, Software>(
  'catalog.insert_software',
  `insert into catalog_software (id, name, name_key, required_vip_level, created_at, updated_at)
   values ($id, $name, $nameKey, $requiredVipLevel, $createdAt, $createdAt) returning ${columnsOf(software)}`,
)
export const updateSoftware = change<Omit<Software, 'createdAt'>, Software>(
  'catalog.update_software',
  `update catalog_software
   set name = $name, name_key = $nameKey, required_vip_level = $requiredVipLevel, updated_at = $updatedAt
   where id = $id returning ${columnsOf(software)}`,
)
export const deleteSoftware = change<{ id: string }, Software>(
  'catalog.delete_software',
  `delete from catalog_software where id = $id returning ${columnsOf(software)}`,
)

/** Runs a write; a name that another software has, also one written at the same moment, becomes its refusal. */
export async function unlessNameTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw constraintOf(error) === 'catalog_software_name_key_unique' ? softwareNameTaken() : error
  }
}
