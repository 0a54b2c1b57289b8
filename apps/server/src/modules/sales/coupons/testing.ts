import { newId } from '@lessor/kit'
import { call, ownerCookie } from '../../../../test/calls.ts'
import type { TestApp } from '../../../../test/harness.ts'

/** A coupon that staff made; answers its id and its code. 10 percent unless said otherwise. */
export async function makeCoupon(
  app: TestApp,
  { amount, ...fields }: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; code: string }> {
  const cookie = await ownerCookie(app)
  const worth = amount === undefined ? { percent: '10' } : { amount }
  const body = { code: `C-${newId().slice(-12)}`, ...worth, ...fields }
  const { data, ...answer } = await call(app, 'POST /api/admin/coupons', { cookie, body })
  if (answer.code !== 0) throw new Error(`No coupon was made: ${JSON.stringify(answer)}`)
  return { id: data.id as string, code: data.code as string }
}

/** How often a coupon is used, as staff see it. */
export async function usedOf(app: TestApp, id: string): Promise<number> {
  const cookie = await ownerCookie(app)
  return (await call(app, `GET /api/admin/coupons/${id}`, { cookie })).data.used as number
}
