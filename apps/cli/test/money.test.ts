import { newId } from '@lessor/kit'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, signedIn, type Loose } from '../../server/test/calls.ts'
import { newGateway, shippedPlugins } from '../../server/test/gateways/shop.ts'
import { testApp, testKey, type TestApp } from '../../server/test/harness.ts'
import { offerVip } from '../../server/src/modules/leasing/catalog/testing.ts'
import { newInstallation, type Installation } from './installation.ts'

// The real command line beside a server that runs, on its database.
let app: TestApp
let here: Installation
let token: string
let planId: string
let bank: string
beforeAll(async () => {
  app = await testApp({ shippedPlugins })
  app.clock.set(new Date())
  here = await newInstallation()
  token = (await signedIn(app, 'zhang.san')).token
  planId = await offerVip(app, { price: '30.00' })
  const config = { holder: '示例有限公司', bank: '示例银行', account: '6200 0000' }
  bank = await newGateway(app, 'gateway-banktransfer', config)
})
afterAll(async () => {
  await here.remove()
  await app.stop()
})

const post = async (path: string, body: object): Promise<Loose> =>
  (await call(app, `POST ${path}`, { token, body, headers: { 'Idempotency-Key': newId() } })).data
const order = async (): Promise<{ id: string; paymentId: string }> => {
  const { id } = await post('/api/orders', { plan_id: planId })
  const { payment } = await post(`/api/orders/${id}/pay`, { gateway: bank })
  return { id, paymentId: payment.id }
}
const env = () => ({
  DATABASE_URL: app.databaseUrl,
  LESSOR_SECRETS_KEYS: `${testKey.id}:${testKey.key.toString('base64')}`,
  JWT_SECRET: 'k3Jw0pQx7vN2mR8sT5yU1zA4bC6dE9fG',
})
const lessor = (...args: string[]) => here.lessor(args, { env: env() })
const json = async (...args: string[]): Promise<Loose> => {
  const { code, out, err } = await lessor(...args, '--json')
  if (code !== 0) throw new Error(`lessor ${args.join(' ')} ended with ${code}: ${err}`)
  return JSON.parse(out)
}

test('a bank transfer is found, asked for, confirmed, and pays its order', async () => {
  const { id, paymentId } = await order()
  expect((await json('order', 'list', '--user', 'zhang.san', '--status', 'pending')).items).toMatchObject([
    { id, total: '30.00', username: 'zhang.san' },
  ])
  expect((await json('payment', 'list', '--order', id)).items).toMatchObject([{ id: paymentId }])
  expect(await lessor('payment', 'ask', paymentId)).toMatchObject({ code: 1, out: 'pending\n' })
  const confirming = ['payment', 'confirm', paymentId, '--transaction', 'T-1', '--amount', '30.00']
  expect(await lessor(...confirming)).toMatchObject({ code: 2, err: expect.stringContaining('--yes') })
  expect(await json(...confirming, '--yes')).toEqual({ for_kind: 'order', for_id: id })
  expect(await lessor(...confirming, '--yes')).toMatchObject({ code: 1 })
  const { payment } = await json('payment', 'show', paymentId)
  expect(payment).toMatchObject({ status: 'success', gateway_tx: 'T-1' })
  const shown = await lessor('order', 'show', id)
  expect(shown.out).toMatch(/Status +completed/)
  expect(shown.out).toMatch(/entry +held > income +30\.00/)
})

test('an order that is not paid is cancelled once, with a reason that its story keeps', async () => {
  const { id } = await order()
  const cancelling = ['order', 'cancel', id, '--yes', '--reason', 'Ordered twice']
  expect(await json(...cancelling)).toMatchObject({ status: 'cancelled' })
  expect(await lessor(...cancelling)).toMatchObject({ code: 1 })
  const { story } = await json('order', 'show', id)
  expect(story).toContainEqual(
    expect.objectContaining({ what: 'pending > cancelled', note: 'Ordered twice' }),
  )
})

test('what is no id, no amount or not there is refused', async () => {
  expect((await lessor('order', 'show', 'x')).code).toBe(2)
  expect((await lessor('order', 'show', newId())).code).toBe(1)
  const wrong = ['payment', 'confirm', newId(), '--transaction', 'T', '--yes']
  expect((await lessor(...wrong, '--amount', '1e2')).code).toBe(2)
  expect((await lessor(...wrong, '--amount', '1.00')).code).toBe(1)
  expect((await lessor('payment', 'replay', newId())).code).toBe(1)
  expect((await lessor('ledger', 'list', '--account', 'pocket')).code).toBe(2)
})

test('the ledger is listed and verified; what was rewritten is said in words, and ends with 1', async () => {
  const { items } = await json('ledger', 'list', '--account', 'income')
  expect(items).toMatchObject([{ debit: 'held', credit: 'income', amount: '30.00' }])
  expect(await json('ledger', 'verify')).toMatchObject({ ok: true, problems: [] })
  const db = new Client({ connectionString: app.databaseUrl })
  await db.connect()
  await db.query('alter table ledger_entry disable trigger user')
  await db.query(`update ledger_entry set amount = 9 where credit = 'held'`)
  await db.end()
  const verified = await lessor('ledger', 'verify')
  expect(verified.code).toBe(1)
  expect(verified.out).toMatch(/The balance of held of \S+ isn’t what its entries sum to/)
  expect(verified.out).toMatch(/problem\(s\) in \d+ entries/)
})
