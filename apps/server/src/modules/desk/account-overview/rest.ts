import { z } from '@hono/zod-openapi'
import { auditedList } from '../../core/audit/index.ts'
import {
  accountById,
  accountFilters,
  accountOrder,
  accountsMay,
  listAccounts,
} from '../../people/accounts/index.ts'
import { vipOf, vipsOf } from '../../vip/levels/index.ts'
import { id } from '../../../platform/http/fields.ts'
import { get, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { overviewShape, presentOverview } from './present.ts'
import { meRoutes } from './rest-me.ts'

const noLease = { level: 0, expiresAt: null, timeline: [] }

const accountList = auditedList('/api/admin/accounts', {
  name: 'accounts',
  summary: 'Accounts, newest first; `query` matches any part of a name, email address or note, or an id',
  permission: accountsMay.read,
  filters: accountFilters,
  sorts: accountOrder.sorts,
  item: overviewShape,
  load: async (cmd, filters, page) => {
    const { db } = cmd.services
    const accounts = await listAccounts(db, filters, page)
    const leases = await vipsOf(db, accounts.items.map((account) => account.id), cmd.now) // prettier-ignore
    const items = accounts.items.map((account) => presentOverview(account, leases.get(account.id) ?? noLease))
    return { ...accounts, items }
  },
})

const getAccount = get(
  '/api/admin/accounts/:id',
  {
    summary: 'One account with its timeline',
    who: accountsMay.read,
    params: z.object({ id }),
    data: overviewShape,
    refuses: [notFound],
  },
  async ({ cmd, params }) => {
    const { db } = cmd.services
    const [account, lease] = await Promise.all([accountById(db, params.id), vipOf(db, params.id, cmd.now)])
    if (!account) throw notFound()
    return presentOverview(account, lease)
  },
)

export const accountOverviewRoutes: readonly Route[] = [...meRoutes, ...accountList, getAccount]
