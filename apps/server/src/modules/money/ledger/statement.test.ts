import { DAY_MS, newId } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ownerCookie, signedIn } from '../../../../test/calls.ts'
import { start, testApp, type TestApp } from '../../../../test/harness.ts'

let app: TestApp
beforeAll(async () => void (app = await testApp()))
afterAll(() => app.stop())

test('a statement opens with what was there, closes with what is left, and has every row between', async () => {
  const alice = await signedIn(app, 'alice')
  const { id } = (await call(app, 'GET /api/users/me', { token: alice.token })).data
  const adjust = async (direction: string, amount: string) => {
    const options = { cookie: await ownerCookie(app), headers: { 'Idempotency-Key': newId() } }
    const body = { direction, amount, reason: '=1+1' }
    expect((await call(app, `POST /api/admin/accounts/${id}/wallet/adjust`, { ...options, body })).code).toBe(
      0,
    )
  }
  await adjust('add', '100.00')
  app.clock.advance(DAY_MS)
  await adjust('take', '30.00')
  await adjust('add', '5.50')
  app.clock.advance(DAY_MS)
  await adjust('add', '1.00')
  const { token } = await signedIn(app, 'alice', 'HW-2')
  const day = (n: number) => new Date(start.getTime() + n * DAY_MS).toISOString()
  const period = `from=${day(1)}&to=${day(2)}`
  const statement = { opening: '100.00', in: '5.50', out: '30.00', closing: '75.50' }
  expect((await call(app, `GET /api/wallet/statement?${period}`, { token })).data).toEqual(statement)
  const cookie = await ownerCookie(app)
  const ofStaff = await call(app, `GET /api/admin/accounts/${id}/wallet/statement?${period}`, { cookie })
  expect(ofStaff.data).toEqual(statement)
  expect((await call(app, 'GET /api/wallet/statement', { token })).data).toEqual({
    ...{ opening: '0.00', in: '106.50', out: '30.00', closing: '76.50' },
  })
  const file = await call(app, `GET /api/wallet/statement/export?${period}`, { token })
  const [header, ...lines] = String(file.data).replace('\uFEFF', '').trim().split('\r\n')
  expect(header).toBe('at,type,amount,balance_before,balance_after,note')
  expect(lines).toEqual([
    `${day(1)},adjustment,-30.00,100.00,70.00,'=1+1`,
    `${day(1)},adjustment,5.50,70.00,75.50,'=1+1`,
  ])
  const { items } = (await call(app, `GET /api/wallet/movements?${period}`, { token })).data
  expect(items).toMatchObject([{ balance_before: '70.00' }, { balance_before: '100.00' }])
})
