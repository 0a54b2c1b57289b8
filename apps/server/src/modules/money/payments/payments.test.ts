import { newId } from '@lessor/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie, signedIn, type Loose } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { pluginSource } from '../../core/plugins/testing.ts'
import { offerVip } from '../../leasing/catalog/testing.ts'

let app: TestApp
let cookie: string
let token: string
let plan_id: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  token = (await signedIn(app, 'alice')).token
  plan_id = await offerVip(app)
})
afterAll(() => app.stop())

/** A gateway that answers this to everything. */
async function gatewayThat(answers: string): Promise<string> {
  const names = ['start', 'notice', 'query', 'refund', 'queryRefund', 'check']
  const body = names.map((name) => `export const ${name} = async (input) => { ${answers} }`).join('\n')
  const plugin = `gateway-${newId().slice(-12)}`
  const source = pluginSource(body, { id: plugin, kind: 'gateway' })
  await call(app, 'POST /api/admin/plugins', { cookie, body: { source } })
  return (await call(app, 'POST /api/admin/interfaces', { cookie, body: { plugin, name: plugin } })).data
    .id as string
}
const customer = (at: string, body: object): Promise<Loose> =>
  call(app, at, { token, body, headers: { 'Idempotency-Key': newId() } })

const nul = String.raw`\u0000`
const half = String.raw`\ud800`

describe.each([
  ['throws', `throw new Error('no')`],
  ['answers nothing', ''],
  ['answers a text', `return 'ok'`],
  [
    'answers what can’t be stored',
    `return { instructions: 'a${nul}', isGenuine: false, reason: 'a${nul}', reply: { status: 200, body: 'a' } }`,
  ],
  [
    'answers half a sign',
    `return { qrCode: 'a${half}', isGenuine: false, reason: 'a${half}', reply: { status: 200, body: 'a' } }`,
  ],
  ['names a page that is none', `return { paymentUrl: 'javascript:alert(1)', isGenuine: true, reply: {} }`],
  ['wants a person', `return { actionRequired: 'Sign the contract' }`],
  ['wants to be asked later', `return { retryAfterS: 5 }`],
])('a gateway that %s', (_what, answers) => {
  test('begins no payment, and is believed in nothing that it hears', async () => {
    const gateway = await gatewayThat(answers)
    const order = (await customer('POST /api/orders', { plan_id })).data
    const begun = await customer(`POST /api/orders/${order.id}/pay`, { gateway })
    expect([begun.status, begun.code]).toEqual([503, 'gateway_unavailable'])
    const heard = await fetch(`${app.url}/api/pay/${gateway}/notice?x=1`)
    expect([400, 503]).toContain(heard.status)
    const [payment] = (await call(app, `GET /api/admin/payments?interface_id=${gateway}`, { cookie })).data
      .items
    expect(payment).toMatchObject({ status: 'failed' })
    const asked = await call(app, `POST /api/admin/payments/${payment.id}/ask`, { cookie })
    expect(asked).toMatchObject({ status: 200, data: { status: 'failed' } })
    const kept = await call(app, 'GET /api/admin/payment-notices?limit=1', { cookie })
    expect(kept.data.items[0]).toMatchObject({ interface_id: gateway })
    await customer(`POST /api/orders/${order.id}/cancel`, {})
  })
})

test('notices to no gateway, and odd ones, get a plain refusal', async () => {
  expect((await fetch(`${app.url}/api/pay/${newId()}/notice`)).status).toBe(404)
  const gateway = await gatewayThat(
    `return { isGenuine: false, reason: input.body, reply: { status: 200, body: 'fail' } }`,
  )
  const odd = [Buffer.from([0, 255, 254]), Buffer.from('a\0b'), Buffer.alloc(60_000, 'x'), Buffer.alloc(0)]
  for (const body of odd) {
    const { status } = await fetch(`${app.url}/api/pay/${gateway}/notice`, { method: 'POST', body })
    expect([400, 503]).toContain(status)
  }
  const large = await fetch(`${app.url}/api/pay/${gateway}/notice`, {
    method: 'POST',
    body: Buffer.alloc(70_000),
  })
  expect(large.status).toBe(413)
})
