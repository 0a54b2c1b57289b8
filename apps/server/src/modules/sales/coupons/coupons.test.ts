import { newId } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ownerCookie, signedIn, type Loose } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { hire, staffPassword } from '../../people/staff/testing.ts'
import { makeCoupon } from './testing.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
})
afterAll(() => app.stop())

const asStaff = (at: string, body?: object): Promise<Loose> =>
  call(app, at, { cookie, ...(body && { body }) })

test('a coupon is made, found, changed and removed; each is in the audit log', async () => {
  const made = await asStaff('POST /api/admin/coupons', { code: 'Welcome-10', percent: '10', max_uses: 5 })
  expect(made.data).toMatchObject({
    code: 'Welcome-10',
    percent: '10.00',
    amount: null,
    state: 'usable',
    used: 0,
  })
  const { id } = made.data
  const found = await asStaff('GET /api/admin/coupons?query=come1&state=usable')
  expect(found.data.items.map((one: Loose) => one.id)).toEqual([id])
  const change = { percent: null, amount: '5', ends_at: '2020-01-01T00:00:00Z' }
  expect((await asStaff(`PATCH /api/admin/coupons/${id}`, change)).data).toMatchObject({
    ...{ code: 'Welcome-10', percent: null, amount: '5.00', max_uses: 5, state: 'ended' },
  })
  expect((await asStaff(`GET /api/admin/coupons/${id}`)).data.state).toBe('ended')
  expect((await asStaff(`DELETE /api/admin/coupons/${id}`)).data).toEqual({ removed: true })
  expect((await asStaff(`GET /api/admin/coupons/${id}`)).status).toBe(404)
  const log = await asStaff(`GET /api/admin/logs/audit?subject_kind=coupon&subject_id=${id}`)
  expect(log.data.items.map((one: Loose) => one.action)).toEqual([
    'coupons.coupon_removed',
    'coupons.coupon_changed',
    'coupons.coupon_created',
  ])
})

test('a code is taken however it is written', async () => {
  const { code } = await makeCoupon(app)
  const answer = await asStaff('POST /api/admin/coupons', {
    code: code.replaceAll('-', ' ').toLowerCase(),
    percent: '1',
  })
  expect(answer).toMatchObject({ status: 409, code: 'coupon_code_taken' })
})

test.each<[string, object, string[]]>([
  ['neither percent nor amount', {}, ['percent']],
  ['both of them', { percent: '5', amount: '1.00' }, ['percent']],
  ['more than all', { percent: '100.01' }, ['percent']],
  ['nothing off', { percent: '0.00', amount: '0' }, ['percent', 'amount']],
  ['an end before its start', { percent: '5', starts_at: '2026-02-01T00:00:00Z', ends_at: '2026-02-01T00:00:00Z' }, ['ends_at']],
  ['no uses', { percent: '5', max_uses: 0, per_account: 0 }, ['max_uses', 'per_account']],
  ['a product that isn’t there', { percent: '5', product_ids: [newId()] }, ['product_ids']],
  ['a plan that isn’t there', { percent: '5', plan_ids: [newId()] }, ['plan_ids']],
])('a coupon with %s is refused', async (_what, fields, paths) => {
  const answer = await asStaff('POST /api/admin/coupons', { code: newId(), ...fields })
  expect(answer.status).toBe(400)
  expect(answer.errors?.map(({ path }: { path: string }) => path)).toEqual(paths)
}) // prettier-ignore

test('a coupon is kept from being used more often than it may by the database, too', async () => {
  const { id } = await makeCoupon(app, { max_uses: 1 })
  const set = (used: number) =>
    app.services.db.query('update coupons_coupon set used = $2 where id = $1', [id, used])
  await set(1)
  await expect(set(2)).rejects.toThrow('coupons_coupon_used')
  await expect(set(-1)).rejects.toThrow('coupons_coupon_not_negative')
  const answer = await asStaff(`PATCH /api/admin/coupons/${id}`, { max_uses: 1, note: 'Kept' })
  expect(answer.data).toMatchObject({ note: 'Kept', state: 'used_up' })
})

test.each([
  ['support', 200, 403],
  ['finance', 200, 200],
  ['auditor', 200, 403],
] as const)('%s may see coupons (%i) and add one (%i)', async (role, seen, added) => {
  const { username } = await hire(app.command({ kind: 'system', name: 'test' }), role)
  const answer = await call(app, 'POST /api/admin/login', { body: { username, password: staffPassword } })
  const theirs = { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
  expect((await call(app, 'GET /api/admin/coupons', theirs)).status).toBe(seen)
  const body = { code: newId(), percent: '5' }
  expect((await call(app, 'POST /api/admin/coupons', { ...theirs, body })).status).toBe(added)
})

test('customers have no coupons to see', async () => {
  const { token } = await signedIn(app, 'customer')
  expect((await call(app, 'GET /api/admin/coupons', { token })).status).toBe(401)
})
