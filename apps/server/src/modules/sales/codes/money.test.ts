import { newId } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ownerCookie, signedIn, type Loose } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { verifyLedger } from '../../money/ledger/index.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
})
afterAll(() => app.stop())

const issue = (body: object): Promise<Loose> => call(app, 'POST /api/admin/code-batches', { cookie, body })
const money = { worth: 'money', value: '50', count: 2 }

test('a code worth money is in the wallet once, of 10 clients at once', async () => {
  const { data } = await issue(money)
  expect(data.batch).toMatchObject({ worth: 'money', value: '50.00', level: null, days: null })
  const [code = ''] = data.codes as string[]
  const alice = await signedIn(app, `m${newId().slice(-12)}`)
  const redeem = () =>
    call(app, 'POST /api/recharge', {
      token: alice.token,
      body: { card_code: code },
      headers: { 'Idempotency-Key': newId() },
    })
  const answers = await Promise.all(Array.from({ length: 10 }, redeem))
  const redeemed = answers.filter((one) => one.code === 0)
  expect(redeemed).toMatchObject([{ data: { added_amount: '50.00', added_days: 0, level: 0, vip_level: 0 } }])
  expect(answers.filter((one) => one.code === 'code_used')).toHaveLength(9)
  const wallet = (await call(app, 'GET /api/wallet', { token: alice.token })).data
  expect(wallet.balance).toBe('50.00')
  const { items } = (await call(app, 'GET /api/wallet/movements', { token: alice.token })).data
  expect(items).toMatchObject([{ type: 'code', amount: '50.00', note: `…${code.slice(-4)}` }])
  const { accounts } = (await call(app, 'GET /api/admin/ledger-sums', { cookie })).data
  expect(accounts).toContainEqual({ account: 'vouchers', balance: '-50.00', entries: 1 })
  expect((await verifyLedger(app.services)).problems).toEqual([])
})

test.each([
  [{ ...money, value: null }, ['value']],
  [{ ...money, value: '0' }, ['value']],
  [{ ...money, level: 1, days: 30 }, ['level', 'days']],
  [{ count: 1, level: 1 }, ['days']],
  [{ count: 1, level: 1, days: 30, value: '5' }, ['value']],
])('a batch of %j names %j', async (body, paths) => {
  const { code, errors } = await issue(body)
  expect([code, errors.map(({ path }: Loose) => path)]).toEqual(['validation_failed', paths])
})

test('the database takes no batch that is worth both or nothing', async () => {
  const { data } = await issue(money)
  const change = (set: string) =>
    app.services.db.query(`update codes_batch set ${set} where id = $1`, [data.batch.id])
  for (const set of ['value = null', 'value = 0', 'level = 1, days = 1', `worth = 'time'`])
    await expect(change(set)).rejects.toThrow('codes_batch_worth')
})
