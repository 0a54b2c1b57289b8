import { z } from '@hono/zod-openapi'
import { planCycles, pricePerMonth } from '@lessor/kit'
import { id, level, removedShape } from '../../../../platform/http/fields.ts'
import { del, patch, post, type Route } from '../../../../platform/http/route.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { auditedList } from '../../../core/audit/index.ts'
import { planExists } from '../errors.ts'
import { kinds } from '../model.ts'
import { catalogMay } from '../permissions.ts'
import { activeFilter, activeOf, position, price, twoDigits } from '../rest-fields.ts'
import { changePlan } from './change-plan.ts'
import { createPlan } from './create-plan.ts'
import { findPlans, planOrder, type Plan } from './queries.ts'
import { removePlan } from './remove-plan.ts'

const planShape = z
  .object({
    id: z.string(),
    product_id: z.string(),
    kind: z.enum(kinds),
    cycle: z.enum(planCycles),
    days: z.number().nullable(),
    price: z.string(),
    setup_fee: z.string(),
    price_per_month: z.string().openapi({ description: 'Of 30 days, rounded' }),
    level: z.number().nullable(),
    count: z.number().nullable(),
    keeps_price: z.boolean(),
    position: z.number(),
    active: z.boolean(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('Plan')

const present = (plan: Plan): z.output<typeof planShape> => ({
  id: plan.id,
  product_id: plan.productId,
  kind: plan.kind,
  cycle: plan.cycle,
  days: plan.days,
  price: plan.price,
  setup_fee: plan.setupFee,
  price_per_month: pricePerMonth(plan.price, plan),
  level: plan.level,
  count: plan.count,
  keeps_price: plan.keepsPrice,
  position: plan.position,
  active: plan.active,
  created_at: plan.createdAt.toISOString(),
  updated_at: plan.updatedAt.toISOString(),
})

const params = z.object({ id })
const fields = {
  cycle: z.enum(planCycles),
  days: z.int().min(1).max(3650).nullable(),
  price,
  setup_fee: price,
  level: level.nullable(),
  count: z.int().min(1).max(100_000).nullable(),
  keeps_price: z.boolean(),
  position,
  active: z.boolean(),
}

const plans = auditedList('/api/admin/plans', {
  name: 'plans',
  summary: 'Plans, as they stand in the shop',
  permission: catalogMay.read,
  filters: {
    product_id: id.optional(),
    kind: z.enum(kinds).optional(),
    cycle: z.enum(planCycles).optional(),
    active: activeFilter,
  },
  sorts: planOrder.sorts,
  item: planShape.extend({ product_name: z.string() }),
  load: async (cmd, { product_id: productId, kind, cycle, active }, page) => {
    const found = await findPlans(cmd.services.db, { productId, kind, cycle, active: activeOf(active) }, page)
    return { ...found, items: found.items.map((one) => ({ ...present(one), product_name: one.productName })) }
  },
})

const postPlan = post(
  '/api/admin/plans',
  {
    summary: 'Add a plan to a product',
    who: catalogMay.edit,
    body: z.strictObject({
      ...fields,
      product_id: id,
      days: fields.days.default(null),
      setup_fee: price.default('0.00'),
      level: fields.level.default(null),
      count: fields.count.default(null),
      keeps_price: z.boolean().default(false),
      position: position.default(0),
      active: z.boolean().default(true),
    }),
    data: planShape,
    refuses: [planExists],
  },
  async ({ cmd, body }) => {
    const { product_id: productId, setup_fee, keeps_price: keepsPrice, ...rest } = body
    const amounts = { price: twoDigits(rest.price), setupFee: twoDigits(setup_fee) }
    return present(await createPlan(cmd, { ...rest, productId, keepsPrice, ...amounts }))
  },
)

const patchPlan = patch(
  '/api/admin/plans/:id',
  {
    summary: 'Change a plan; orders made before keep what they were made with',
    who: catalogMay.edit,
    params,
    body: z.object(fields).partial().strict(),
    data: planShape,
    refuses: [notFound, planExists],
  },
  async ({
    cmd,
    params: { id },
    body: { setup_fee: fee, keeps_price: keepsPrice, price: asked, ...rest },
  }) => {
    const price = asked === undefined ? asked : twoDigits(asked)
    const setupFee = fee === undefined ? fee : twoDigits(fee)
    return present(await changePlan(cmd, { id, ...rest, price, setupFee, keepsPrice }))
  },
)

const deletePlan = del(
  '/api/admin/plans/:id',
  {
    summary: 'Remove a plan; one that was ordered is only made inactive',
    who: catalogMay.edit,
    params,
    data: removedShape,
    refuses: [notFound],
  },
  ({ cmd, params }) => removePlan(cmd, params),
)

export const planRoutes: readonly Route[] = [...plans, postPlan, patchPlan, deletePlan]
