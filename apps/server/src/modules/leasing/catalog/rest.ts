import { catalogMay } from './permissions.ts'
import { z } from '@hono/zod-openapi'
import { id, line } from '../../../platform/http/fields.ts'
import { del, get, patch, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { changeSoftware } from './change-software.ts'
import { createSoftware } from './create-software.ts'
import { softwareNameTaken } from './errors.ts'
import { listSoftware } from './get-software.ts'
import { findSoftware, softwareOrder, type Software } from './queries.ts'
import { removeSoftware } from './remove-software.ts'
import { planRoutes } from './plans/rest.ts'
import { productRoutes } from './products/rest.ts'
import { shelfRoutes } from './shelves/rest.ts'
import { shopRoutes } from './shop/rest.ts'

export const softwareShape = z
  .object({
    id: z.string(),
    name: z.string(),
    required_vip_level: z.number(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('Software')

export const presentSoftware = (software: Software) => ({
  id: software.id,
  name: software.name,
  required_vip_level: software.requiredVipLevel,
  created_at: software.createdAt.toISOString(),
  updated_at: software.updatedAt.toISOString(),
})

const params = z.object({ id })
const name = line(100)
const requiredLevel = z.int().min(0).max(100)
const softwareList = z.object({ items: z.array(softwareShape) })

const getSoftware = get(
  '/api/software',
  { summary: 'All software with the VIP level that each requires', who: 'anyone', data: softwareList },
  async ({ cmd }) => ({ items: (await listSoftware(cmd.services.db)).map(presentSoftware) }),
)

const staffSoftwareList = auditedList('/api/admin/software', {
  name: 'software',
  summary: 'Software by name; `query` matches any part of a name',
  permission: catalogMay.read,
  filters: { query: line(100).optional() },
  sorts: softwareOrder.sorts,
  item: softwareShape,
  load: async (cmd, filters, page) => {
    const found = await findSoftware(cmd.services.db, filters, page)
    return { ...found, items: found.items.map(presentSoftware) }
  },
})

const oneSoftware = z.object({ software: softwareShape })
const presentOne = (software: Software) => ({ software: presentSoftware(software) })

const postSoftware = post(
  '/api/admin/software',
  {
    summary: 'Add software',
    who: catalogMay.writeSoftware,
    body: z.strictObject({ name, required_vip_level: requiredLevel }),
    data: oneSoftware,
    refuses: [softwareNameTaken],
  },
  async ({ cmd, body }) =>
    presentOne(await createSoftware(cmd, { name: body.name, requiredVipLevel: body.required_vip_level })),
)

const patchSoftware = patch(
  '/api/admin/software/:id',
  {
    summary: 'Change the name or the required level of software',
    who: catalogMay.writeSoftware,
    params,
    body: z.strictObject({ name: name.optional(), required_vip_level: requiredLevel.optional() }),
    data: oneSoftware,
    refuses: [notFound, softwareNameTaken],
  },
  async ({ cmd, params: { id }, body }) =>
    presentOne(await changeSoftware(cmd, { id, name: body.name, requiredVipLevel: body.required_vip_level })),
)

const deleteSoftware = del(
  '/api/admin/software/:id',
  {
    summary: 'Remove software',
    who: catalogMay.writeSoftware,
    params,
    data: oneSoftware,
    refuses: [notFound],
  },
  async ({ cmd, params }) => presentOne(await removeSoftware(cmd, params)),
)

export const catalogRoutes: readonly Route[] = [
  getSoftware,
  ...staffSoftwareList,
  postSoftware,
  patchSoftware,
  deleteSoftware,
  ...shelfRoutes,
  ...productRoutes,
  ...planRoutes,
  ...shopRoutes,
]
