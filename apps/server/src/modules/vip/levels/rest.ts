import { z } from '@hono/zod-openapi'
import {
  listSoftware,
  presentSoftware,
  softwareById,
  softwareShape,
  vipProductId,
} from '../../leasing/catalog/index.ts'
import { listEntries, spentBy } from '../../leasing/leases/index.ts'
import { id, items, page } from '../../../platform/http/fields.ts'
import { get, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { vipOf } from './vip-of.ts'
import { access } from './model.ts'
import { entryShape, presentEntry } from './present.ts'
import { postRecharge } from './rest-redeem.ts'
import { staffVipRoutes } from './rest-staff.ts'

const getRechargeLogs = get(
  '/api/recharge/logs',
  {
    summary: 'My lease changes, newest first, and the total amount spent',
    who: 'customer',
    query: z.strictObject(page),
    data: items(entryShape).extend({ total_spent: z.string() }),
  },
  async ({ cmd, query }) => {
    const { db } = cmd.services
    const held = { accountId: cmd.actor.id, productId: vipProductId }
    const [entries, { spent }] = await Promise.all([
      listEntries(db, { ...held, moving: true }, query),
      spentBy.one(db, held),
    ])
    return { items: entries.items.map(presentEntry), next_cursor: entries.nextCursor, total_spent: spent }
  },
)

const getMySoftware = get(
  '/api/users/software',
  {
    summary: 'Software included in my level',
    who: 'customer',
    data: z.object({ items: z.array(softwareShape) }),
  },
  async ({ cmd }) => {
    const { db } = cmd.services
    const [all, { level }] = await Promise.all([listSoftware(db), vipOf(db, cmd.actor.id, cmd.now)])
    return { items: all.filter((one) => access(level, one).allowed).map(presentSoftware) }
  },
)

const getAccess = get(
  '/api/software/:id/access',
  {
    summary: 'Whether my level includes this software; no access is a normal response, not an error',
    who: 'customer',
    params: z.object({ id }),
    data: z.object({ allowed: z.boolean(), reason: z.string() }),
    refuses: [notFound],
  },
  async ({ cmd, params }) => {
    const { db } = cmd.services
    const [one, { level }] = await Promise.all([
      softwareById(db, params.id),
      vipOf(db, cmd.actor.id, cmd.now),
    ])
    if (!one) throw notFound()
    return access(level, one)
  },
)

export const vipRoutes: readonly Route[] = [
  postRecharge,
  getRechargeLogs,
  getMySoftware,
  getAccess,
  ...staffVipRoutes,
]
