import { z } from '@hono/zod-openapi'
import type { Command } from '../../../../platform/command.ts'
import { id, line } from '../../../../platform/http/fields.ts'
import { post, type Route } from '../../../../platform/http/route.ts'
import type { Page, Paged } from '../../../../platform/paging.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { auditedList } from '../../../core/audit/index.ts'
import { planForSale, type PlanForSale } from '../../../leasing/catalog/index.ts'
import { leasesById } from '../../../leasing/leases/index.ts'
import { accountsNamed, usernamesOf } from '../../../people/accounts/index.ts'
import { ordersMay } from '../permissions.ts'
import { renewalProblems } from './model.ts'
import { listRenewals, renewalOrder, type Renewal } from './queries.ts'
import { switchOff } from './set-renewal.ts'

const renewalShape = z
  .object({
    id: z.string().openapi({ description: 'Of the lease' }),
    account_id: z.string(),
    username: z.string(),
    plan_id: z.string(),
    product: z.string(),
    level: z.number().nullable(),
    cycle: z.string(),
    days: z.number().nullable(),
    expires_at: z.string().nullable(),
    auto: z.boolean(),
    next_try_at: z.string().nullable(),
    tries: z.number().openapi({ description: 'For the end below' }),
    tried_for: z.string().nullable(),
    tried_at: z.string().nullable(),
    problem: z.enum(renewalProblems).nullable(),
    created_at: z.string(),
  })
  .openapi('RenewalForStaff')

interface Beside {
  readonly username: string
  readonly plan: PlanForSale | undefined
  readonly expiresAt: Date | null
}

const present = (one: Renewal, { username, plan, expiresAt }: Beside): z.output<typeof renewalShape> => ({
  id: one.leaseId,
  account_id: one.accountId,
  username,
  plan_id: one.planId,
  product: plan?.productName ?? '',
  level: plan?.level ?? null,
  cycle: plan?.cycle ?? '',
  days: plan?.days ?? null,
  expires_at: expiresAt?.toISOString() ?? null,
  auto: one.auto,
  next_try_at: one.nextTryAt?.toISOString() ?? null,
  tries: one.tries,
  tried_for: one.triedFor?.toISOString() ?? null,
  tried_at: one.triedAt?.toISOString() ?? null,
  problem: one.problem,
  created_at: one.createdAt.toISOString(),
})

const filters = {
  auto: z.enum(['true', 'false']).optional(),
  failed: z.enum(['true', 'false']).optional().openapi({ description: 'Whether the last try failed' }),
  account_id: id.optional(),
  username: line(200).optional(),
}

const isTrue = (given: 'true' | 'false' | undefined) => (given === undefined ? undefined : given === 'true')

async function load(
  { services: { db } }: Command,
  { account_id: accountId, username, auto, failed }: z.output<z.ZodObject<typeof filters>>,
  page: Page,
): Promise<Paged<z.output<typeof renewalShape>>> {
  const accountIds = username === undefined ? undefined : await accountsNamed(db, username)
  const found = await listRenewals(
    db,
    { accountId, accountIds, auto: isTrue(auto), failed: isTrue(failed) },
    page,
  )
  const names = await usernamesOf(db, found.items.map((one) => one.accountId)) // prettier-ignore
  const leases = await leasesById.all(db, { ids: found.items.map((one) => one.leaseId) })
  const ends = new Map(leases.map((lease) => [lease.id, lease.expiresAt]))
  // Plans are few.
  const planIds = [...new Set(found.items.map((one) => one.planId))]
  const plans = new Map(
    await Promise.all(planIds.map(async (planId) => [planId, await planForSale(db, planId)] as const)),
  )
  return {
    ...found,
    items: found.items.map((one) =>
      present(one, {
        username: names.get(one.accountId) ?? '',
        plan: plans.get(one.planId),
        expiresAt: ends.get(one.leaseId) ?? null,
      }),
    ),
  }
}

const renewalList = auditedList('/api/admin/renewals', {
  name: 'renewals',
  summary: 'Leases that renew by themselves; `username` matches exactly',
  permission: ordersMay.read,
  filters,
  sorts: renewalOrder.sorts,
  item: renewalShape,
  load,
})

const postStop = post(
  '/api/admin/renewals/:id/stop',
  {
    summary: 'A lease renews by itself no more; `id` is the lease’s',
    who: ordersMay.cancel,
    params: z.object({ id }),
    body: z.strictObject({ reason: line(200) }),
    data: z.object({ auto: z.boolean() }),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: leaseId }, body }) => {
    const { auto } = await switchOff(cmd, { leaseId, ...body })
    return { auto }
  },
)

export const renewalRoutes: readonly Route[] = [...renewalList, postStop]
