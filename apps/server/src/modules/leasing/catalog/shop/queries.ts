import type { PlanCycle, PlanOption } from '@lessor/kit'
import { query } from '../../../../platform/statement.ts'
import type { Kind, Specs } from '../model.ts'

export interface OfferedPlan {
  readonly id: string
  readonly cycle: PlanCycle
  readonly days: number | null
  readonly price: string
  readonly setupFee: string
  readonly level: number | null
  readonly count: number | null
  readonly keepsPrice: boolean
}

/** A product that is offered, with where it stands. */
export interface OfferedProduct {
  readonly categoryId: string
  readonly categoryName: string
  readonly groupId: string
  readonly groupName: string
  readonly id: string
  readonly kind: Kind
  readonly name: string
  readonly description: string
  readonly specs: Specs
  readonly options: readonly PlanOption[]
  readonly stock: number | null
  readonly plans: readonly OfferedPlan[]
}

/** What is offered, in its order; a product without an active plan isn't. */
export const offeredProducts = query<Record<string, never>, OfferedProduct>(
  'catalog.offered_products',
  `select c.id as category_id, c.name as category_name, g.id as group_id, g.name as group_name,
     d.id, d.kind, d.name, d.description, d.specs, d.options, d.stock, offered.plans
   from catalog_category c
     join catalog_group g on g.category_id = c.id and g.active
     join catalog_product d on d.group_id = g.id and d.active
     cross join lateral (
       select jsonb_agg(jsonb_build_object('id', p.id, 'cycle', p.cycle, 'days', p.days, 'price', p.price::text,
           'setupFee', p.setup_fee::text, 'level', p.level, 'count', p.count, 'keepsPrice', p.keeps_price)
         order by p.position, p.price, p.id) as plans
       from catalog_plan p where p.product_id = d.id and p.active) offered
   where c.active and offered.plans is not null
   order by c.position, c.name_key, g.position, g.name_key, d.position, d.name_key, d.id`,
)
