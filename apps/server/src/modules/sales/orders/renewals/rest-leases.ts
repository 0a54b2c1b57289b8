import { z } from '@hono/zod-openapi'
import { parseTimeline } from '@lessor/kit'
import { id } from '../../../../platform/http/fields.ts'
import { get, patch, type Route } from '../../../../platform/http/route.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { leaseClosed, leasesHeldBy, leaseStates, stateOf, viewOf } from '../../../leasing/leases/index.ts'
import { planNotOffered, planNotOfLease } from '../errors.ts'
import { renewalProblems } from './model.ts'
import { renewalsOf, type Renewal } from './queries.ts'
import { setRenewal } from './set-renewal.ts'
import { openForLeases } from '../queries.ts'

const renewalShape = z
  .object({
    auto: z.boolean(),
    plan_id: z.string(),
    next_try_at: z.string().nullable(),
    problem: z.enum(renewalProblems).nullable().openapi({ description: 'Why the last try failed' }),
  })
  .openapi('Renewal')

const leaseShape = z
  .object({
    id: z.string(),
    product_id: z.string(),
    state: z.enum(leaseStates),
    level: z.number().openapi({ description: 'That runs now; 0 when nothing does' }),
    expires_at: z.string().nullable(),
    open_order_id: z
      .string()
      .nullable()
      .openapi({ description: 'An unpaid order that renews or changes it: there is one at a time' }),
    renewal: renewalShape.nullable().openapi({ description: 'Null until its holder chose' }),
  })
  .openapi('Lease')

const present = (one: Renewal): z.output<typeof renewalShape> => ({
  auto: one.auto,
  plan_id: one.planId,
  next_try_at: one.nextTryAt?.toISOString() ?? null,
  problem: one.problem,
})

const getLeases = get(
  '/api/leases',
  {
    summary: 'My leases: what can be renewed and changed',
    who: 'customer',
    data: z.object({ items: z.array(leaseShape) }),
  },
  async ({ cmd: { services, now, actor } }) => {
    const held = await leasesHeldBy.all(services.db, { accountId: actor.id })
    const open = await openForLeases.all(services.db, { leaseIds: held.map(({ id }) => id) })
    const openFor = new Map(open.map(({ leaseId, id }) => [leaseId, id]))
    const chosen = await renewalsOf.all(services.db, { leaseIds: held.map(({ id }) => id) })
    const renewals = new Map(chosen.map((one) => [one.leaseId, present(one)]))
    const items = held.map((lease) => ({
      id: lease.id,
      product_id: lease.productId,
      state: stateOf(lease, now),
      level: viewOf(parseTimeline(lease.timeline), now).level,
      expires_at: lease.expiresAt?.toISOString() ?? null,
      open_order_id: openFor.get(lease.id) ?? null,
      renewal: renewals.get(lease.id) ?? null,
    }))
    return { items }
  },
)

const patchRenewal = patch(
  '/api/leases/:id/renewal',
  {
    summary: 'Renew my lease by itself from my wallet, or no more',
    who: 'customer',
    params: z.object({ id }),
    body: z.strictObject({
      auto: z.boolean(),
      plan_id: id.optional().openapi({ description: 'Absent: the plan that was paid last' }),
    }),
    data: renewalShape,
    refuses: [notFound, leaseClosed, planNotOffered, planNotOfLease],
  },
  async ({ cmd, params: { id: leaseId }, body: { auto, plan_id: planId } }) =>
    present(await setRenewal(cmd, { leaseId, auto, planId })),
)

export const leaseRoutes: readonly Route[] = [getLeases, patchRenewal]
