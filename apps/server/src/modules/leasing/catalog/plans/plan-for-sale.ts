import type { Db, Tx } from '../../../../platform/db.ts'
import { lockPlanForSale, onePlanForSale, type PlanForSale } from './queries.ts'

/** A plan with what an order has to know; also one that isn't offered any more, which says so. */
export const planForSale = (db: Db, id: string): Promise<PlanForSale | undefined> =>
  onePlanForSale.first(db, { id })

/** The same, and until the commit its price and term don't change and it isn't removed. */
export const lockPlan = (tx: Tx, id: string): Promise<PlanForSale | undefined> =>
  lockPlanForSale.first(tx, { id })
