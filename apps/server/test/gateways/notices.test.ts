import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ownerCookie } from '../calls.ts'
import { testApp, type TestApp } from '../harness.ts'
import { openAlipay } from './alipay.ts'
import { gateway, newGateway, payment, shippedPlugins } from './shop.ts'
import { openWechatpay } from './wechatpay.ts'
import { openYipay } from './yipay.ts'

// By the address that gateways send to, as they come over HTTP.

let app: TestApp
beforeAll(async () => {
  app = await testApp({ shippedPlugins })
})
afterAll(() => app.stop())

/** A payment that the gateway has and the server has not, and where its notices go. */
async function begun(plugin: string, config: object) {
  const id = await newGateway(app, plugin, config)
  const one = payment()
  expect(await gateway(app, id).start(one)).toMatchObject({ kind: 'answer' })
  return { reference: one.reference, to: `${app.url}/api/pay/${id}/notice` }
}

async function verdicts(): Promise<string[]> {
  const { rows } = await app.services.db.query<{ verdict: string }>('select verdict from payments_notice order by at, id', [])
  await app.services.db.query('delete from payments_notice', [])
  return rows.map(({ verdict }) => verdict)
} // prettier-ignore

test('yipay: forged, not as it was begun, and right', async () => {
  const yipay = await openYipay()
  const { reference, to } = await begun('gateway-yipay', yipay.config)
  const sent = [{ key: 'another' }, { fields: { money: '0.01' } }, {}]
  for (const notice of sent) expect((await yipay.notify(reference, { ...notice, to })).status).toBe(400)
  expect(await verdicts()).toEqual(['forged', 'mismatch', 'unknown'])
})

test('Alipay: forged, to another seller, and right', async () => {
  const alipay = await openAlipay()
  const { reference, to } = await begun('gateway-alipay', alipay.config)
  const sent = [{ unsigned: { total_amount: '1.00' } }, { fields: { seller_id: '2088000000000000' } }, {}]
  alipay.pay(reference)
  for (const notice of sent) expect((await alipay.notify(reference, { ...notice, to })).status).toBe(400)
  expect(await verdicts()).toEqual(['forged', 'mismatch', 'unknown'])
})

test('WeChat Pay: changed by a byte, to another merchant, and right', async () => {
  const wechat = await openWechatpay({ now: () => app.clock.now() })
  const { reference, to } = await begun('gateway-wechatpay', wechat.config)
  const sent = [{ change: (body: string) => `${body} ` }, { payment: { mchid: '1' } }, {}]
  for (const notice of sent) expect((await wechat.notify(reference, { ...notice, to })).status).toBe(400)
  expect(await verdicts()).toEqual(['forged', 'mismatch', 'unknown'])
})

test('a bank sends none: whatever comes is forged', async () => {
  const config = { holder: 'Example Ltd.', bank: 'Bank of Examples', account: '6200' }
  const { to, reference } = await begun('gateway-banktransfer', config)
  expect((await fetch(`${to}?reference=${reference}&status=paid`)).status).toBe(400)
  expect(await verdicts()).toEqual(['forged'])
})

test('each of them raises an alert', async () => {
  const { data } = await call(app, 'GET /api/admin/alerts?state=open', { cookie: await ownerCookie(app) })
  const doubts = (data as { items: { key: string }[] }).items.filter(({ key }) => key.startsWith('payments.doubt'))
  expect(doubts).toHaveLength(4)
}) // prettier-ignore
