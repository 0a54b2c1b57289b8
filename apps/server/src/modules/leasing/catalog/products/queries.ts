import { and, eq, getTableColumns, like, sql, type SQL } from 'drizzle-orm'
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
import { change, columnsOf, query } from '../../../../platform/statement.ts'
import type { Kind } from '../model.ts'
import { category, group, product } from '../table.ts'

export type Product = typeof product.$inferSelect
/** As a statement takes it: lists and objects as JSON. */
export type ProductRow = Omit<Product, 'specs' | 'options'> & {
  readonly specs: string
  readonly options: string
}

export const oneProduct = query<{ id: string }, Product>(
  'catalog.one_product',
  `select ${columnsOf(product)} from catalog_product where id = $id`,
)
export const lockProduct = change<{ id: string }, Product>(
  'catalog.lock_product',
  `select ${columnsOf(product)} from catalog_product where id = $id for no key update`,
)
export const insertProduct = change<Omit<ProductRow, 'updatedAt'>, Product>(
  'catalog.insert_product',
  `insert into catalog_product (id, kind, name, name_key, devices, group_id, description, specs, options, interface_id,
     cost, stock, refund_policy, refund_days, grace_days, position, active, created_at, updated_at)
   values ($id, $kind, $name, $nameKey, $devices, $groupId, $description, $specs::jsonb, $options::jsonb, $interfaceId,
     $cost, $stock, $refundPolicy, $refundDays, $graceDays, $position, $active, $createdAt, $createdAt)
   returning ${columnsOf(product)}`,
)
export const updateProduct = change<Omit<ProductRow, 'createdAt' | 'kind'>, Product>(
  'catalog.update_product',
  `update catalog_product set name = $name, name_key = $nameKey, devices = $devices, group_id = $groupId,
     description = $description, specs = $specs::jsonb, options = $options::jsonb, interface_id = $interfaceId,
     cost = $cost, stock = $stock, refund_policy = $refundPolicy, refund_days = $refundDays, grace_days = $graceDays,
     position = $position, active = $active, updated_at = $updatedAt
   where id = $id returning ${columnsOf(product)}`,
)
/** With its plans, unless something else refers to it or to one of them. */
export const deleteProduct = change<{ id: string }, Product>(
  'catalog.delete_product',
  `delete from catalog_product where id = $id returning ${columnsOf(product)}`,
)

/** Takes from what is left, never more than that; what has no end stays as it is. Answers what was left before. */
export const takeFromStock = change<
  { id: string; n: number },
  { name: string; stock: number | null; taken: boolean }
>(
  'catalog.take_from_stock',
  `with taken as (
     update catalog_product set stock = stock - $n::int where id = $id and stock >= $n::int returning id)
   select name, stock, exists(select from taken) as taken from catalog_product where id = $id`,
)
export const giveToStock = change<{ id: string; n: number }>(
  'catalog.give_to_stock',
  `update catalog_product set stock = stock + $n::int where id = $id and stock is not null`,
)

export interface ListedProduct extends Product {
  readonly groupName: string | null
  readonly categoryName: string | null
  readonly plans: number
}

// A shop has few products: no index but that of their names.
export const productOrder = ordering<ListedProduct>(
  {
    name: onText(product.nameKey, (row) => row.nameKey),
    position: onNumber(product.position, (row) => row.position),
    created_at: onTime(product.createdAt, (row) => row.createdAt),
    updated_at: onTime(product.updatedAt, (row) => row.updatedAt),
  },
  onId(product.id, (row) => row.id),
  'position',
)

export interface ProductFilters {
  readonly query?: string | undefined
  readonly kind?: Kind | undefined
  readonly groupId?: string | undefined
  readonly categoryId?: string | undefined
  readonly active?: boolean | undefined
}

const columns = {
  ...getTableColumns(product),
  groupName: group.name,
  categoryName: category.name,
  plans: sql<number>`(select count(*) from catalog_plan p where p.product_id = ${product.id})`,
}
const listed = (db: Db) =>
  db.orm
    .select(columns)
    .from(product)
    .leftJoin(group, eq(group.id, product.groupId))
    .leftJoin(category, eq(category.id, group.categoryId))

export async function findProducts(
  db: Db,
  filters: ProductFilters,
  page: Page,
): Promise<Paged<ListedProduct>> {
  const { where, orderBy, toPage } = productOrder.of(page)
  const rows = await listed(db)
    .where(and(sought(filters), where))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

function sought({ query, kind, groupId, categoryId, active }: ProductFilters): SQL | undefined {
  return and(
    query ? like(product.nameKey, containing(nameKey(query))) : undefined,
    kind && eq(product.kind, kind),
    groupId ? eq(product.groupId, groupId) : undefined,
    categoryId ? eq(group.categoryId, categoryId) : undefined,
    active === undefined ? undefined : eq(product.active, active),
  )
}

export async function listedProduct(db: Db, id: string): Promise<ListedProduct | undefined> {
  const [found] = await listed(db).where(eq(product.id, id))
  return found
}
