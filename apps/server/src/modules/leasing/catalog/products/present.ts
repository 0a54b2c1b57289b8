import { z } from '@hono/zod-openapi'
import { kinds, ordered, refundPolicies } from '../model.ts'
import { optionShape, presentOptions, specsShape } from '../rest-fields.ts'
import type { ListedProduct, Product } from './queries.ts'

export const productShape = z
  .object({
    id: z.string(),
    kind: z.enum(kinds),
    name: z.string(),
    devices: z.number().nullable(),
    group_id: z.string().nullable(),
    description: z.string(),
    specs: specsShape,
    options: z.array(optionShape),
    interface_id: z.string().nullable(),
    cost: z.string().nullable(),
    stock: z.number().nullable(),
    refund_policy: z.enum(refundPolicies),
    refund_days: z.number(),
    grace_days: z.number(),
    position: z.number(),
    active: z.boolean(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('Product')

export const presentProduct = (product: Product): z.output<typeof productShape> => ({
  id: product.id,
  kind: product.kind,
  name: product.name,
  devices: product.devices,
  group_id: product.groupId,
  description: product.description,
  specs: ordered(product.specs),
  options: presentOptions(product.options),
  interface_id: product.interfaceId,
  cost: product.cost,
  stock: product.stock,
  refund_policy: product.refundPolicy,
  refund_days: product.refundDays,
  grace_days: product.graceDays,
  position: product.position,
  active: product.active,
  created_at: product.createdAt.toISOString(),
  updated_at: product.updatedAt.toISOString(),
})

export const listedShape = productShape
  .extend({
    group_name: z.string().nullable(),
    category_name: z.string().nullable(),
    plans: z.number().openapi({ description: 'How many it has' }),
  })
  .openapi('ListedProduct')

export const presentListed = ({ groupName, categoryName, plans, ...product }: ListedProduct) => ({
  ...presentProduct(product),
  group_name: groupName,
  category_name: categoryName,
  plans,
})
