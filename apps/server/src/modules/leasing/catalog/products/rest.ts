import { z } from '@hono/zod-openapi'
import { id, line, note, removedShape } from '../../../../platform/http/fields.ts'
import { del, get, patch, post, type Route } from '../../../../platform/http/route.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { auditedList } from '../../../core/audit/index.ts'
import { catalogNameTaken, stockChanged } from '../errors.ts'
import { kinds, newKinds, refundPolicies } from '../model.ts'
import { catalogMay } from '../permissions.ts'
import {
  activeFilter,
  activeOf,
  options,
  position,
  price,
  specs,
  storedOptions,
  twoDigits,
} from '../rest-fields.ts'
import { changeProduct } from './change-product.ts'
import { createProduct } from './create-product.ts'
import { listedShape, presentListed, presentProduct, productShape } from './present.ts'
import { findProducts, listedProduct, productOrder } from './queries.ts'
import { removeProduct } from './remove-product.ts'

const params = z.object({ id })
const fields = {
  name: line(100),
  group_id: id.nullable(),
  description: note(10_000),
  specs,
  options,
  interface_id: id.nullable(),
  cost: price.nullable(),
  stock: z.int().min(0).max(1_000_000_000).nullable(),
  refund_policy: z.enum(refundPolicies),
  refund_days: z.int().min(0).max(365),
  grace_days: z.int().min(0).max(365),
  position,
  active: z.boolean(),
}
const all = z.object(fields)
type Fields = z.output<typeof all>

/** What a body says, under the names of the module. */
interface Named<Body extends Given> {
  readonly name: Body['name']
  readonly groupId: Body['group_id']
  readonly description: Body['description']
  readonly specs: Body['specs']
  readonly interfaceId: Body['interface_id']
  readonly stock: Body['stock']
  readonly refundPolicy: Body['refund_policy']
  readonly refundDays: Body['refund_days']
  readonly graceDays: Body['grace_days']
  readonly position: Body['position']
  readonly active: Body['active']
}

type Given = { readonly [Name in keyof Fields]?: Fields[Name] | undefined }

/** The fields as the module has them; what isn't given stays undefined. */
const named = <Body extends Given>(body: Body) => {
  const { group_id, interface_id, refund_policy, refund_days, grace_days } = body
  const { name, description, specs, stock, position, active } = body
  return {
    ...{ name, description, specs, stock, position, active },
    groupId: group_id,
    interfaceId: interface_id,
    refundPolicy: refund_policy,
    refundDays: refund_days,
    graceDays: grace_days,
  } as Named<Body>
}
const amountOf = (cost: string | null) => (cost === null ? null : twoDigits(cost))

const products = auditedList('/api/admin/products', {
  name: 'products',
  summary: 'Products, as they stand in the shop; `query` matches any part of a name',
  permission: catalogMay.read,
  filters: {
    query: line(100).optional(),
    kind: z.enum(kinds).optional(),
    group_id: id.optional(),
    category_id: id.optional(),
    active: activeFilter,
  },
  sorts: productOrder.sorts,
  item: listedShape,
  load: async (cmd, { query, kind, group_id: groupId, category_id: categoryId, active }, page) => {
    const filters = { query, kind, groupId, categoryId, active: activeOf(active) }
    const found = await findProducts(cmd.services.db, filters, page)
    return { ...found, items: found.items.map(presentListed) }
  },
})

const getProduct = get(
  '/api/admin/products/:id',
  { summary: 'One product', who: catalogMay.read, params, data: listedShape, refuses: [notFound] },
  async ({ cmd, params }) => {
    const product = await listedProduct(cmd.services.db, params.id)
    if (!product) throw notFound()
    return presentListed(product)
  },
)

const postProduct = post(
  '/api/admin/products',
  {
    summary: 'Add a product',
    who: catalogMay.edit,
    body: all
      .extend({
        kind: z.enum(newKinds),
        group_id: fields.group_id.default(null),
        description: fields.description.default(''),
        specs: fields.specs.default({}),
        options: fields.options.default([]),
        interface_id: fields.interface_id.default(null),
        cost: fields.cost.default(null),
        stock: fields.stock.default(null),
        refund_policy: fields.refund_policy.default('none'),
        refund_days: fields.refund_days.default(0),
        grace_days: fields.grace_days.default(30),
        position: position.default(0),
        active: z.boolean().default(true),
      })
      .strict(),
    data: productShape,
    refuses: [catalogNameTaken],
  },
  async ({ cmd, body }) => {
    const { kind, options, cost } = body
    const product = { kind, ...named(body), options: storedOptions(options), cost: amountOf(cost) }
    return presentProduct(await createProduct(cmd, product))
  },
)

const patchProduct = patch(
  '/api/admin/products/:id',
  {
    summary:
      'Change a product. With `stock_before`, the stock is changed only if it still is that; `devices` is the VIP product’s',
    who: catalogMay.edit,
    params,
    body: all
      .partial()
      .extend({ devices: z.int().min(1).max(100).optional(), stock_before: fields.stock.optional() })
      .strict(),
    data: productShape,
    refuses: [notFound, catalogNameTaken, stockChanged],
  },
  async ({ cmd, params: { id }, body }) => {
    const { devices, stock_before: stockBefore } = body
    const options = body.options && storedOptions(body.options)
    const cost = body.cost === undefined ? body.cost : amountOf(body.cost)
    const change = { id, devices, stockBefore, ...named(body), options, cost }
    return presentProduct(await changeProduct(cmd, change))
  },
)

const deleteProduct = del(
  '/api/admin/products/:id',
  {
    summary: 'Remove a product and its plans; one that was sold is only made inactive',
    who: catalogMay.edit,
    params,
    data: removedShape,
    refuses: [notFound],
  },
  ({ cmd, params }) => removeProduct(cmd, params),
)

export const productRoutes: readonly Route[] = [
  ...products,
  getProduct,
  postProduct,
  patchProduct,
  deleteProduct,
]
