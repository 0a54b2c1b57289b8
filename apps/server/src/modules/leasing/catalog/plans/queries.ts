import { and, eq, getTableColumns, type SQL } from 'drizzle-orm'
import type { PlanCycle, PlanOption } from '@lessor/kit'
import type { Db } from '../../../../platform/db.ts'
import { onId, onNumber, onTime, ordering, type Page, type Paged } from '../../../../platform/paging.ts'
import { change, columnsOf, query } from '../../../../platform/statement.ts'
import type { Kind, RefundPolicy, Specs } from '../model.ts'
import { plan, product } from '../table.ts'

export type Plan = typeof plan.$inferSelect

export const insertPlan = change<Omit<Plan, 'updatedAt'>, Plan>(
  'catalog.insert_plan',
  `insert into catalog_plan (id, product_id, kind, cycle, days, price, setup_fee, level, count, keeps_price, position,
     active, created_at, updated_at)
   values ($id, $productId, $kind, $cycle, $days, $price, $setupFee, $level, $count, $keepsPrice, $position, $active,
     $createdAt, $createdAt)
   returning ${columnsOf(plan)}`,
)
export const lockPlanRow = change<{ id: string }, Plan>(
  'catalog.lock_plan_row',
  `select ${columnsOf(plan)} from catalog_plan where id = $id for no key update`,
)
export const updatePlan = change<Omit<Plan, 'createdAt' | 'productId' | 'kind'>, Plan>(
  'catalog.update_plan',
  `update catalog_plan set cycle = $cycle, days = $days, price = $price, setup_fee = $setupFee, level = $level,
     count = $count, keeps_price = $keepsPrice, position = $position, active = $active, updated_at = $updatedAt
   where id = $id returning ${columnsOf(plan)}`,
)
export const deletePlan = change<{ id: string }, Plan>(
  'catalog.delete_plan',
  `delete from catalog_plan where id = $id returning ${columnsOf(plan)}`,
)

/** A plan with what an order has to know of its product. */
export interface PlanForSale {
  readonly planId: string
  readonly productId: string
  readonly productName: string
  readonly kind: Kind
  readonly groupId: string | null
  readonly groupName: string | null
  readonly cycle: PlanCycle
  /** Of the cycle `days`. */
  readonly days: number | null
  readonly price: string
  readonly setupFee: string
  readonly level: number | null
  /** How many codes. */
  readonly count: number | null
  readonly keepsPrice: boolean
  readonly specs: Specs
  readonly options: readonly PlanOption[]
  readonly interfaceId: string | null
  readonly cost: string | null
  /** How many are left; null: without end. */
  readonly stock: number | null
  readonly refundPolicy: RefundPolicy
  readonly refundDays: number
  readonly graceDays: number
  /** Whether it, its product, group and category are active: it can be bought. */
  readonly isOffered: boolean
}

const forSale = `select p.id as plan_id, p.product_id, d.name as product_name, p.kind, d.group_id, g.name as group_name,
    p.cycle, p.days, p.price, p.setup_fee, p.level, p.count, p.keeps_price, d.specs, d.options, d.interface_id, d.cost,
    d.stock, d.refund_policy, d.refund_days, d.grace_days,
    p.active and d.active and coalesce(g.active and c.active, false) as is_offered
  from catalog_plan p
    join catalog_product d on d.id = p.product_id
    left join catalog_group g on g.id = d.group_id
    left join catalog_category c on c.id = g.category_id
  where p.id = $id`

export const onePlanForSale = query<{ id: string }, PlanForSale>('catalog.plan_for_sale', forSale)
/** Its row alone: the product's, whose stock is counted, would be a place where orders wait for each other. */
export const lockPlanForSale = change<{ id: string }, PlanForSale>(
  'catalog.lock_plan',
  `${forSale} for share of p`,
)

export interface ListedPlan extends Plan {
  readonly productName: string
}

export const planOrder = ordering<ListedPlan>(
  {
    position: onNumber(plan.position, (row) => row.position),
    updated_at: onTime(plan.updatedAt, (row) => row.updatedAt),
  },
  onId(plan.id, (row) => row.id),
  'position',
)

export interface PlanFilters {
  readonly productId?: string | undefined
  readonly kind?: Kind | undefined
  readonly cycle?: PlanCycle | undefined
  readonly active?: boolean | undefined
}

export async function findPlans(db: Db, filters: PlanFilters, page: Page): Promise<Paged<ListedPlan>> {
  const { where, orderBy, toPage } = planOrder.of(page)
  const rows = await db.orm
    .select({ ...getTableColumns(plan), productName: product.name })
    .from(plan)
    .innerJoin(product, eq(product.id, plan.productId))
    .where(and(sought(filters), where))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

const sought = ({ productId, kind, cycle, active }: PlanFilters): SQL | undefined =>
  and(
    productId ? eq(plan.productId, productId) : undefined,
    kind && eq(plan.kind, kind),
    cycle && eq(plan.cycle, cycle),
    active === undefined ? undefined : eq(plan.active, active),
  )
