import { z } from '@hono/zod-openapi'
import { planCycles, pricePerMonth } from '@lessor/kit'
import { get, type Route } from '../../../../platform/http/route.ts'
import { kinds, ordered } from '../model.ts'
import { optionShape, presentOptions, specsShape } from '../rest-fields.ts'
import { isOrderable } from './orderable.ts'
import { shopWindow, type ShopGroup } from './shop-window.ts'
import type { OfferedPlan } from './queries.ts'

const planShape = z
  .object({
    id: z.string(),
    cycle: z.enum(planCycles),
    days: z.number().nullable(),
    price: z.string(),
    setup_fee: z.string(),
    price_per_month: z.string().openapi({ description: 'Of 30 days, rounded' }),
    level: z.number().nullable(),
    count: z.number().nullable(),
    keeps_price: z.boolean(),
  })
  .openapi('ShopPlan')

const productShape = z
  .object({
    id: z.string(),
    kind: z.enum(kinds),
    name: z.string(),
    description: z.string().openapi({ description: 'Markdown' }),
    specs: specsShape,
    options: z.array(optionShape),
    stock: z.number().nullable().openapi({ description: 'How many are left; null: without end' }),
    orderable: z.boolean().openapi({ description: 'False: it is shown, and can’t be ordered here yet' }),
    plans: z.array(planShape),
  })
  .openapi('ShopProduct')

const groupShape = z.object({ id: z.string(), name: z.string(), products: z.array(productShape) })
const categoryShape = z
  .object({ id: z.string(), name: z.string(), groups: z.array(groupShape) })
  .openapi('ShopCategory')

const presentPlan = ({ setupFee, keepsPrice, ...plan }: OfferedPlan): z.output<typeof planShape> => ({
  ...plan,
  setup_fee: setupFee,
  keeps_price: keepsPrice,
  price_per_month: pricePerMonth(plan.price, plan),
})

const presentGroup = ({ id, name, products }: ShopGroup) => ({
  id,
  name,
  products: products.map(({ specs, options, plans, ...product }) => ({
    ...product,
    specs: ordered(specs),
    orderable: isOrderable(product.kind),
    options: presentOptions(options),
    plans: plans.map(presentPlan),
  })),
})

const getShop = get(
  '/api/shop',
  {
    summary: 'What can be bought: categories, their groups, products and plans, in their order',
    who: 'anyone',
    data: z.object({ categories: z.array(categoryShape) }),
  },
  async ({ cmd }) => ({
    categories: (await shopWindow(cmd.services.db)).map(({ id, name, groups }) => ({
      id,
      name,
      groups: groups.map(presentGroup),
    })),
  }),
)

export const shopRoutes: readonly Route[] = [getShop]
