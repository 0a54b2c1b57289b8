import { z } from '@hono/zod-openapi'
import { parseTimeline } from '@lessor/kit'
import { get, type Route } from '../../../platform/http/route.ts'
import { leasesHeldBy, leaseStates, stateOf, viewOf } from '../../leasing/leases/index.ts'
import { openForLeases } from './queries.ts'

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
  })
  .openapi('Lease')

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
    const items = held.map((lease) => ({
      id: lease.id,
      product_id: lease.productId,
      state: stateOf(lease, now),
      level: viewOf(parseTimeline(lease.timeline), now).level,
      expires_at: lease.expiresAt?.toISOString() ?? null,
      open_order_id: openFor.get(lease.id) ?? null,
    }))
    return { items }
  },
)

export const leaseRoutes: readonly Route[] = [getLeases]
