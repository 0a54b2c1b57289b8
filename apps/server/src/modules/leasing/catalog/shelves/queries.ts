import { and, eq, getTableColumns, like, type SQL } from 'drizzle-orm'
import { nameKey } from '@lessor/kit'
import type { Db } from '../../../../platform/db.ts'
import { containing } from '../../../../platform/patterns.ts'
import {
  onId,
  onNumber,
  onText,
  onTime,
  ordering,
  type Page,
  type Paged,
} from '../../../../platform/paging.ts'
import { change, columnsOf } from '../../../../platform/statement.ts'
import { category, group } from '../table.ts'

export type Category = typeof category.$inferSelect
export type Group = typeof group.$inferSelect
export interface GroupOfCategory extends Group {
  readonly categoryName: string
}

export const insertCategory = change<Omit<Category, 'updatedAt'>, Category>(
  'catalog.insert_category',
  `insert into catalog_category (id, name, name_key, position, active, created_at, updated_at)
   values ($id, $name, $nameKey, $position, $active, $createdAt, $createdAt) returning ${columnsOf(category)}`,
)
export const lockCategory = change<{ id: string }, Category>(
  'catalog.lock_category',
  `select ${columnsOf(category)} from catalog_category where id = $id for no key update`,
)
export const updateCategory = change<Omit<Category, 'createdAt'>, Category>(
  'catalog.update_category',
  `update catalog_category set name = $name, name_key = $nameKey, position = $position, active = $active,
     updated_at = $updatedAt
   where id = $id returning ${columnsOf(category)}`,
)
export const deleteCategory = change<{ id: string }, Category>(
  'catalog.delete_category',
  `delete from catalog_category where id = $id returning ${columnsOf(category)}`,
)

export const insertGroup = change<Omit<Group, 'updatedAt'>, Group>(
  'catalog.insert_group',
  `insert into catalog_group (id, category_id, name, name_key, position, active, created_at, updated_at)
   values ($id, $categoryId, $name, $nameKey, $position, $active, $createdAt, $createdAt) returning ${columnsOf(group)}`,
)
export const lockGroup = change<{ id: string }, Group>(
  'catalog.lock_group',
  `select ${columnsOf(group)} from catalog_group where id = $id for no key update`,
)
export const updateGroup = change<Omit<Group, 'createdAt'>, Group>(
  'catalog.update_group',
  `update catalog_group set category_id = $categoryId, name = $name, name_key = $nameKey, position = $position,
     active = $active, updated_at = $updatedAt
   where id = $id returning ${columnsOf(group)}`,
)
export const deleteGroup = change<{ id: string }, Group>(
  'catalog.delete_group',
  `delete from catalog_group where id = $id returning ${columnsOf(group)}`,
)

export interface ShelfFilters {
  readonly query?: string | undefined
  readonly active?: boolean | undefined
}

type Shelf = typeof category | typeof group

// Both are few: no index but those of their names.
const keysOf = (of: Shelf) => ({
  position: onNumber<Category>(of.position, (row) => row.position),
  name: onText<Category>(of.nameKey, (row) => row.nameKey),
  updated_at: onTime<Category>(of.updatedAt, (row) => row.updatedAt),
})
export const categoryOrder = ordering<Category>(
  keysOf(category),
  onId(category.id, (row) => row.id),
  'position',
)
export const groupOrder = ordering<GroupOfCategory>(
  keysOf(group),
  onId(group.id, (row) => row.id),
  'position',
)

const sought = (of: Shelf, { query, active }: ShelfFilters): SQL | undefined =>
  and(
    query ? like(of.nameKey, containing(nameKey(query))) : undefined,
    active === undefined ? undefined : eq(of.active, active),
  )

export async function findCategories(db: Db, filters: ShelfFilters, page: Page): Promise<Paged<Category>> {
  const { where, orderBy, toPage } = categoryOrder.of(page)
  const rows = await db.orm
    .select()
    .from(category)
    .where(and(sought(category, filters), where))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

export interface GroupFilters extends ShelfFilters {
  readonly categoryId?: string | undefined
}

export async function findGroups(db: Db, filters: GroupFilters, page: Page): Promise<Paged<GroupOfCategory>> {
  const { where, orderBy, toPage } = groupOrder.of(page)
  const { categoryId } = filters
  const rows = await db.orm
    .select({ ...getTableColumns(group), categoryName: category.name })
    .from(group)
    .innerJoin(category, eq(category.id, group.categoryId))
    .where(and(categoryId ? eq(group.categoryId, categoryId) : undefined, sought(group, filters), where))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}
