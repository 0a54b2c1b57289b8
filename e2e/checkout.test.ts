import { newId } from '@lessor/kit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { call, ownerCookie } from '../apps/server/test/calls.ts'
import { shippedPlugins } from '../apps/server/test/gateways/shop.ts'
import { openYipay, type Yipay } from '../apps/server/test/gateways/yipay.ts'
import { testApp, testAppForThis, type TestApp } from '../apps/server/test/harness.ts'
import { vipProductId } from '../apps/server/src/modules/leasing/catalog/index.ts'
import { offerVip } from '../apps/server/src/modules/leasing/catalog/testing.ts'
import { orders as sales } from '../apps/server/src/modules/sales/orders/index.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const readers: Looking[] = [
  { size: 'phone', language: 'zh' },
  { size: 'desk', language: 'en' },
]

const words = {
  zh: {
    quantity: '数量', buy: '下单并支付 ¥ 60.00', buyOne: '下单并支付 ¥ 30.00', pay: '支付 ¥ 30.00', changed: '价格已变为 ¥ 40.00。', scan: '扫码支付 ¥ 60.00', scanRest: '扫码支付 ¥ 18.00', qr: '二维码', done: '已完成',
    until: '有效期至 2026年9月1日', wallet: '钱包', short: '还差 ¥ 18.00', first: '先用钱包余额', other: '换一种支付方式', transfer: '请按以下信息转账', copy: '复制', copied: '已复制。', cancel: '取消订单', giveBack: '退订', refunded: '已退款', cancelled: '已取消', late: '会存入您的钱包',
    expired: '已过期', orders: '订单', adjusted: '人工调整', part: '另有 ¥ 12.00 从钱包支付', notOffered: '没有这个套餐',
  },
  en: {
    quantity: 'Quantity', buy: 'Order and pay ¥ 60.00', buyOne: 'Order and pay ¥ 30.00', pay: 'Pay ¥ 30.00', changed: 'The price is now ¥ 40.00.', scan: 'Scan to pay ¥ 60.00', scanRest: 'Scan to pay ¥ 18.00', qr: 'QR code', done: 'Completed',
    until: 'Valid until 1 Sept 2026', wallet: 'Wallet', short: '¥ 18.00 missing', first: 'Use my wallet first', other: 'Pay another way', transfer: 'Please transfer the money as follows', copy: 'Copy', copied: 'Copied.', cancel: 'Cancel order', giveBack: 'Give back', refunded: 'Refunded', cancelled: 'Cancelled', late: 'added to your wallet',
    expired: 'Expired', orders: 'Orders', adjusted: 'Adjustment', part: 'Another ¥ 12.00 comes from your wallet', notOffered: 'There is no such plan',
  },
} // prettier-ignore

const names = { yipay: '支付宝', bank: '银行转账' }

let browser: Browser
let yipay: Yipay
beforeAll(async () => {
  ;[browser, yipay] = await Promise.all([openBrowser(), openYipay()])
})
afterAll(async () => {
  await Promise.all([browser.close(), yipay.close()])
})

describe.each(readers)('buying, $size, $language', (looking) => {
  const say = words[looking.language]
  let app: TestApp
  let owner: string
  let plan: string
  let seen: Visit
  let page: Page
  beforeAll(async () => {
    app = await testApp({ shippedPlugins })
    owner = await ownerCookie(app)
    plan = await offerVip(app, { price: '30.00', level: 2 })
    const account = { holder: '示例科技有限公司', bank: '示例银行', account: '6200 0000 0000' }
    await openGateway(app, owner, { plugin: 'gateway-yipay', name: names.yipay, config: yipay.config })
    await openGateway(app, owner, { plugin: 'gateway-banktransfer', name: names.bank, config: account })
    seen = await visit(browser, app.url, looking)
    page = seen.page
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const data = { username: 'buyer', password: 'a long password' }
    await page.request.post('/api/auth/register', { data })
    await page.request.post('/api/portal/login', { data })
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('checkout-failed')
  })
  afterAll(async () => {
    await seen?.end()
    await app.stop()
  })

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const see = (text: string) => page.getByText(text).first().waitFor()
  const look = async (name: string) => expect.soft(await seen.look(`portal-${name}`)).toEqual([])
  const checkout = () => page.goto(`/checkout?plan=${plan}`)
  const orders = async () => (await asBuyer(page, '/api/orders')).items
  /** The reference of the payment that is open on the page. */
  const reference = async () => {
    const { payment } = await asBuyer(page, `/api/orders/${page.url().split('/').at(-1)}`)
    return payment.id.replaceAll('-', '') as string
  }

  test('by a QR code: it is seen paid without a reload, with its end', async () => {
    await checkout()
    await page.getByLabel(say.quantity).fill('2')
    await page.getByRole('button', { name: say.buy }).waitFor()
    await look('checkout')
    // A second click, and a page that is loaded again while the answer is under way, order nothing twice.
    await page.route('**/api/orders', (route) => route.fetch().then(() => route.abort()), { times: 1 })
    await press(say.buy)
    await page.getByRole('alert').waitFor()
    await page.reload()
    await press(say.buy)
    await page.getByRole('heading', { name: say.scan }).waitFor()
    expect(await orders()).toHaveLength(1)
    await page.getByRole('img', { name: say.qr }).waitFor()
    await look('order-qr')
    const paid = await reference()
    yipay.pay(paid)
    await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }))
    expect(await yipay.notify(paid)).toEqual({ status: 200, body: 'success' })
    await page.getByRole('status').getByText(say.done, { exact: true }).waitFor()
    await see(say.until)
    expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true)
    await look('order-done')
  })

  test('by the wallet, first as a part; another way frees it, and what it pays is paid at once', async () => {
    await give(app, owner, page, '12.00')
    await checkout()
    await see(say.short)
    await page.getByLabel(say.first).check()
    await look('checkout-part')
    await press(say.buyOne)
    await page.getByRole('heading', { name: say.scanRest }).waitFor()
    await see(say.part)
    await give(app, owner, page, '18.00')
    await page.reload()
    await page.getByText(say.other).click()
    await page.getByRole('radio', { name: say.wallet }).check()
    await look('order-other')
    await press(say.pay)
    await page.getByRole('status').getByText(say.done, { exact: true }).waitFor()
    expect((await asBuyer(page, '/api/wallet')).balance).toBe('0.00')
    expect(await orders()).toHaveLength(2)
  })

  test('given back: what comes into the wallet is shown before, where the product allows it', async () => {
    expect(await page.getByRole('button', { name: say.giveBack }).count()).toBe(0)
    const body = { refund_policy: 'wallet', refund_days: 7 }
    await call(app, `PATCH /api/admin/products/${vipProductId}`, { cookie: owner, body })
    await page.reload()
    await page.getByRole('button', { name: say.giveBack }).waitFor()
    await look('order-give-back')
    await press(say.giveBack)
    await page.getByRole('dialog').getByRole('button', { name: say.giveBack }).click()
    await page.getByRole('status').getByText(say.refunded, { exact: true }).waitFor()
    expect((await asBuyer(page, '/api/wallet')).balance).toBe('30.00')
    expect(await page.getByRole('button', { name: say.giveBack }).count()).toBe(0)
    await look('order-given-back')
  })

  test('by bank transfer: what to transfer can be copied; it is cancelled after asking', async () => {
    await checkout()
    await page.getByRole('radio', { name: names.bank }).check()
    await press(say.buyOne)
    await see(say.transfer)
    await press(say.copy)
    await see(say.copied)
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('6200 0000 0000')
    await look('order-transfer')
    await press(say.cancel)
    await page.getByRole('dialog').getByRole('button', { name: say.cancel }).click()
    await page.getByRole('status').getByText(say.cancelled, { exact: true }).waitFor()
    await see(say.late)
    await look('order-cancelled')
  })

  test('at another price: it is shown, and asked again', async () => {
    await checkout()
    await page.getByRole('radio', { name: names.yipay }).check()
    const body = { price: '40.00' }
    expect((await call(app, `PATCH /api/admin/plans/${plan}`, { cookie: owner, body })).code).toBe(0)
    await press(say.buyOne)
    await page.getByRole('alert').getByText(say.changed).waitFor()
    await look('checkout-changed')
    expect(await orders()).toHaveLength(3)
    await press(say.buyOne.replace('30', '40'))
    await page.getByRole('img', { name: say.qr }).waitFor()
    expect(await orders()).toHaveLength(4)
  })

  test('expired: it says what becomes of a late payment', async () => {
    app.clock.advance(25 * 3_600_000)
    owner = await ownerCookie(app)
    const lapse = sales.jobs.find(({ name }) => name === 'orders.lapse')
    if (lapse?.kind !== 'task') throw new Error('nothing lapses orders')
    await lapse.run(app.command({ kind: 'system', name: 'test' }), new AbortController().signal)
    await page.getByRole('status').getByText(say.expired, { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: say.cancel }).count()).toBe(0)
    await look('order-expired')
  })

  test('lists: what was ordered, and what went through the wallet', async () => {
    await page.getByRole('link', { name: say.orders, exact: true }).first().click()
    await page.locator('.rows li').nth(3).waitFor()
    expect(await page.locator('.rows li').count()).toBe(4)
    await look('orders')
    await page.getByRole('link', { name: say.wallet, exact: true }).click()
    await see(say.adjusted)
    await look('wallet')
  })

  test('options and a fee stand in the bill; nothing is wider than the smallest phone', async () => {
    const choices = [{ key: 'small', label: '2 GB', price: '0' }, { key: 'large', label: '4 GB', price: '5.00' }] // prettier-ignore
    const options = [{ key: 'memory', label: '内存 with-a-very-long-unbroken-name-of-it', choices }]
    const product = `PATCH /api/admin/products/${vipProductId}`
    expect((await call(app, product, { cookie: owner, body: { options } })).code).toBe(0)
    await call(app, `PATCH /api/admin/plans/${plan}`, { cookie: owner, body: { setup_fee: '9.00' } })
    await page.setViewportSize({ width: 320, height: 640 })
    for (const [name, path, ready] of [
      ['bill', `/checkout?plan=${plan}&option.memory=large`, '¥ 54.00'],
      ['orders', '/orders', say.cancelled],
      ['wallet', '/wallet', say.adjusted],
      ['missing', `/checkout?plan=${newId()}`, say.notOffered],
    ] as const) {
      await page.goto(path)
      await see(ready)
      expect.soft(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(320)
      await seen.picture(`portal-320-${name}`)
    }
    expect(seen.complaints).toEqual([])
  })
})

test('a visitor who registers on the way comes back to what was chosen; a gateway out of order costs no order', async () => {
  const app = await testAppForThis({ shippedPlugins })
  const plan = await offerVip(app, { price: '30.00' })
  const { page, look, end, complaints } = await visit(browser, app.url, { size: 'phone', language: 'en' })
  onTestFinished(() => end())
  await page.goto('/shop')
  await page.getByRole('link', { name: 'Buy' }).click()
  await page.getByRole('link', { name: 'Register' }).click()
  await page.getByRole('heading', { name: 'Register' }).waitFor()
  await page.getByLabel('Username').fill('visitor')
  await page.getByLabel('Password').fill('a long password')
  await page.getByRole('button', { name: 'Register' }).click()
  await page.getByRole('heading', { name: 'Checkout' }).waitFor()
  await page.getByText('there is no other way to pay').waitFor()
  expect(new URL(page.url()).searchParams.get('plan')).toBe(plan)
  expect(complaints).toEqual([])
  const config = { plugin: 'gateway-yipay', name: names.yipay, config: yipay.config }
  await openGateway(app, await ownerCookie(app), config)
  yipay.behave('fails')
  onTestFinished(() => yipay.behave('well'))
  await page.reload()
  await page.getByRole('button', { name: 'Order and pay ¥ 30.00' }).click()
  await page.getByRole('alert').getByText('This way to pay does not work right now').waitFor()
  await page.getByText('Not paid').waitFor()
  expect.soft(await look('portal-order-not-begun')).toEqual([])
  yipay.behave('well')
  await page.getByRole('button', { name: 'Pay ¥ 30.00', exact: true }).click()
  await page.getByRole('img', { name: 'QR code' }).waitFor()
  expect((await asBuyer(page, '/api/orders')).items).toHaveLength(1)
})

/** A shipped gateway under a name that customers read. */
async function openGateway(app: TestApp, cookie: string, body: object) {
  // The scan of the start may not be over yet; this one waits for it.
  await call(app, 'POST /api/admin/plugin-files/scan', { cookie })
  const answer = await call(app, 'POST /api/admin/interfaces', { cookie, body })
  if (answer.code !== 0) throw new Error(`No gateway was opened: ${JSON.stringify(answer)}`)
}

/** What the server answers to who is signed in on the page. */
const asBuyer = async (page: Page, path: string) => (await (await page.request.get(path)).json()).data

async function give(app: TestApp, cookie: string, page: Page, amount: string) {
  const { id } = await asBuyer(page, '/api/users/me')
  const headers = { 'Idempotency-Key': newId() }
  const body = { direction: 'add', amount, reason: '活动奖励' }
  await call(app, `POST /api/admin/accounts/${id}/wallet/adjust`, { cookie, body, headers })
}
