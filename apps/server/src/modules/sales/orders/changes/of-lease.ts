import { parseAmount, parseTimeline, priceOptions, type Chosen } from '@lessor/kit'
import { isDeepStrictEqual } from 'node:util'
import type { Command } from '../../../../platform/command.ts'
import type { Db } from '../../../../platform/db.ts'
import { notFound } from '../../../../platform/refusals.ts'
import type { PlanForSale } from '../../../leasing/catalog/index.ts'
import { leaseById, leaseClosed, viewOf, type Lease } from '../../../leasing/leases/index.ts'
import { planNotOfLease } from '../errors.ts'
import { openPeriods } from './open-periods.ts'
import { unusedOf } from './change-model.ts'
import type { OrderKind, Standing } from '../model.ts'
import { lastOfPlan } from '../queries.ts'

/** What an order means for a lease. */
export interface OfLease {
  readonly kind: Exclude<OrderKind, 'new'>
  readonly lease: Lease
  /** The level whose open time is given up, and how much of it orders brought, in ms; only for a change. */
  readonly gives?: { readonly level: number; readonly ms: number }
  readonly standing: Standing
}

interface Asked {
  readonly accountId: string
  readonly leaseId: string
  readonly quantity: number
  readonly specs: Chosen
  readonly renews?: { readonly unitFen: number }
}

/**
 * What ordering a plan for one's own lease means: a plan of the level that runs now, or any once nothing runs, renews it; one
 * of another level takes its place. Refused for a plan of another product.
 */
export async function ofLease(cmd: Command, db: Db, plan: PlanForSale, asked: Asked): Promise<OfLease> {
  const lease = await leaseById.first(db, { id: asked.leaseId })
  if (!lease || lease.accountId !== asked.accountId) throw notFound()
  if (lease.productId !== plan.productId) throw planNotOfLease()
  if (lease.closedAt) throw leaseClosed()
  if (asked.renews) return { kind: 'renew', lease, standing: { isSetUp: true, ...asked.renews } }
  const { level } = viewOf(parseTimeline(lease.timeline), cmd.now)
  if (level === 0 || level === (plan.level ?? 1)) {
    const unitFen = plan.keepsPrice ? await paidUnitFen(db, lease, plan, asked.specs) : undefined
    return { kind: 'renew', lease, standing: { isSetUp: true, unitFen } }
  }
  const periods = await openPeriods(db, lease, level, cmd.now)
  const unusedFen = periods.reduce((sum, one) => sum + unusedOf(one), 0)
  const ms = periods.reduce((sum, one) => sum + one.leftMs, 0)
  return { kind: 'change', lease, gives: { level, ms }, standing: { unusedFen } }
}

/** What one of a plan cost in the last paid order of a lease; undefined where there is none with the same options. */
export async function paidUnitFen(
  db: Db,
  { id: leaseId }: Pick<Lease, 'id'>,
  plan: PlanForSale,
  specs: Chosen,
): Promise<number | undefined> {
  const last = await lastOfPlan.first(db, { leaseId, planId: plan.planId })
  const { chosen } = priceOptions(plan.options, specs, plan)
  const isSame = last && isDeepStrictEqual(last.specs, chosen)
  return isSame ? parseAmount(last.list) / last.quantity : undefined
}
