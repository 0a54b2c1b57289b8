import { newId } from '@lessor/kit'
import { call, ownerCookie, type Reachable } from '../../../../test/calls.ts'
import { vipProductId } from './model.ts'

type Fields = Readonly<Record<string, unknown>>

/** Makes something of the catalogue as the owner; answers its id. */
export const maker = async (app: Reachable) => {
  const cookie = await ownerCookie(app)
  return async (
    at: 'categories' | 'product-groups' | 'products' | 'plans',
    body: Fields,
  ): Promise<string> => {
    const answer = await call(app, `POST /api/admin/${at}`, { cookie, body })
    if (answer.code !== 0) throw new Error(`Nothing was made at ${at}: ${JSON.stringify(answer)}`)
    return answer.data.id as string
  }
}

/** A group that stands in the shop. */
async function makeGroup(make: Awaited<ReturnType<typeof maker>>, name: string): Promise<string> {
  const category_id = await make('categories', { name })
  return make('product-groups', { category_id, name })
}

interface Offered {
  /** Of its category and group; absent: new names. */
  readonly shelf?: string
  readonly product?: Fields
  readonly plan?: Fields
}

/** A plan that is offered: its product stands in a group of a category. */
export async function offerPlan(
  app: Reachable,
  { shelf = newId(), product = {}, plan = {} }: Offered = {},
): Promise<{ planId: string; productId: string }> {
  const make = await maker(app)
  const group_id = await makeGroup(make, shelf)
  const productId = await make('products', { name: newId(), kind: 'server', group_id, ...product })
  const planId = await make('plans', { product_id: productId, cycle: 'monthly', price: '30.00', ...plan })
  return { planId, productId }
}

/** The VIP product offered at a level; answers the plan. */
export async function offerVip(app: Reachable, plan: Fields = {}, shelf: string = newId()): Promise<string> {
  const make = await maker(app)
  const cookie = await ownerCookie(app)
  const group_id = await makeGroup(make, shelf)
  await call(app, `PATCH /api/admin/products/${vipProductId}`, { cookie, body: { group_id } })
  const usual = { product_id: vipProductId, cycle: 'monthly', price: '30.00', level: 1 }
  return make('plans', { ...usual, ...plan })
}
