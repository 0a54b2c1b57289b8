import { z } from '@hono/zod-openapi'
import { id, line, removedShape } from '../../../../platform/http/fields.ts'
import { del, patch, post, type Route } from '../../../../platform/http/route.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { auditedList } from '../../../core/audit/index.ts'
import { catalogNameTaken } from '../errors.ts'
import { catalogMay } from '../permissions.ts'
import { activeFilter, activeOf, position } from '../rest-fields.ts'
import { changeCategory } from './change-category.ts'
import { changeGroup } from './change-group.ts'
import { createCategory } from './create-category.ts'
import { createGroup } from './create-group.ts'
import {
  categoryOrder,
  findCategories,
  findGroups,
  groupOrder,
  type Category,
  type Group,
} from './queries.ts'
import { removeCategory } from './remove-category.ts'
import { removeGroup } from './remove-group.ts'

const shelf = {
  name: z.string(),
  position: z.number(),
  active: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
}
const categoryShape = z.object({ id: z.string(), ...shelf }).openapi('Category')
const groupShape = z.object({ id: z.string(), category_id: z.string(), ...shelf }).openapi('ProductGroup')

const present = ({ id, name, position, active, createdAt, updatedAt }: Category) => ({
  id,
  name,
  position,
  active,
  created_at: createdAt.toISOString(),
  updated_at: updatedAt.toISOString(),
})
const presentGroup = ({ categoryId, ...rest }: Group) => ({ ...present(rest), category_id: categoryId })

const params = z.object({ id })
const name = line(100)
const fields = { name, position: position.default(0), active: z.boolean().default(true) }
const changes = { name: name.optional(), position: position.optional(), active: z.boolean().optional() }
const filters = { query: line(100).optional(), active: activeFilter }

const categories = auditedList('/api/admin/categories', {
  name: 'categories',
  summary: 'Categories of the shop, as they stand in it',
  permission: catalogMay.read,
  filters,
  sorts: categoryOrder.sorts,
  item: categoryShape,
  load: async (cmd, { query, active }, page) => {
    const found = await findCategories(cmd.services.db, { query, active: activeOf(active) }, page)
    return { ...found, items: found.items.map(present) }
  },
})

const postCategory = post(
  '/api/admin/categories',
  {
    summary: 'Add a category',
    who: catalogMay.edit,
    body: z.strictObject(fields),
    data: categoryShape,
    refuses: [catalogNameTaken],
  },
  async ({ cmd, body }) => present(await createCategory(cmd, body)),
)

const patchCategory = patch(
  '/api/admin/categories/:id',
  {
    summary: 'Change a category',
    who: catalogMay.edit,
    params,
    body: z.strictObject(changes),
    data: categoryShape,
    refuses: [notFound, catalogNameTaken],
  },
  async ({ cmd, params: { id }, body }) => present(await changeCategory(cmd, { id, ...body })),
)

const deleteCategory = del(
  '/api/admin/categories/:id',
  {
    summary: 'Remove a category; one that has groups is only made inactive',
    who: catalogMay.edit,
    params,
    data: removedShape,
    refuses: [notFound],
  },
  ({ cmd, params }) => removeCategory(cmd, params),
)

const groups = auditedList('/api/admin/product-groups', {
  name: 'product-groups',
  summary: 'Product groups, as they stand in the shop',
  permission: catalogMay.read,
  filters: { ...filters, category_id: id.optional() },
  sorts: groupOrder.sorts,
  item: groupShape.extend({ category_name: z.string() }),
  load: async (cmd, { query, active, category_id: categoryId }, page) => {
    const found = await findGroups(cmd.services.db, { query, active: activeOf(active), categoryId }, page)
    const items = found.items.map((one) => ({ ...presentGroup(one), category_name: one.categoryName }))
    return { ...found, items }
  },
})

const postGroup = post(
  '/api/admin/product-groups',
  {
    summary: 'Add a product group to a category',
    who: catalogMay.edit,
    body: z.strictObject({ category_id: id, ...fields }),
    data: groupShape,
    refuses: [catalogNameTaken],
  },
  async ({ cmd, body: { category_id: categoryId, ...rest } }) =>
    presentGroup(await createGroup(cmd, { categoryId, ...rest })),
)

const patchGroup = patch(
  '/api/admin/product-groups/:id',
  {
    summary: 'Change a product group',
    who: catalogMay.edit,
    params,
    body: z.strictObject({ category_id: id.optional(), ...changes }),
    data: groupShape,
    refuses: [notFound, catalogNameTaken],
  },
  async ({ cmd, params: { id }, body: { category_id: categoryId, ...rest } }) =>
    presentGroup(await changeGroup(cmd, { id, categoryId, ...rest })),
)

const deleteGroup = del(
  '/api/admin/product-groups/:id',
  {
    summary: 'Remove a product group; one that has products is only made inactive',
    who: catalogMay.edit,
    params,
    data: removedShape,
    refuses: [notFound],
  },
  ({ cmd, params }) => removeGroup(cmd, params),
)

export const shelfRoutes: readonly Route[] = [
  ...categories,
  postCategory,
  patchCategory,
  deleteCategory,
  ...groups,
  postGroup,
  patchGroup,
  deleteGroup,
]
