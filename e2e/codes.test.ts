import { newId } from '@lessor/kit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie } from '../apps/server/test/calls.ts'
import { newGateway, shippedPlugins } from '../apps/server/test/gateways/shop.ts'
import { openYipay, type Yipay } from '../apps/server/test/gateways/yipay.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { offerPlan } from '../apps/server/src/modules/leasing/catalog/testing.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const readers: Looking[] = [
  { size: 'phone', language: 'zh' },
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'en', isSeenByOthers: true },
  { size: 'desk', language: 'zh', isSeenByOthers: true },
]

const words = {
  zh: { buy: '下单并支付 ¥ 50.00', done: '已完成', copy: '复制', copied: '已复制。', code: '卡密', redeem: '立即兑换', redeemed: '兑换成功', topUp: '充值', amount: '金额（元）', qr: '二维码', there: '充值成功', back: '查看钱包' },
  en: { buy: 'Order and pay ¥ 50.00', done: 'Completed', copy: 'Copy', copied: 'Copied.', code: 'Codes', redeem: 'Redeem', redeemed: 'Code redeemed', topUp: 'Top up', amount: 'Amount (CNY)', qr: 'QR code', there: 'Topped up', back: 'See my wallet' },
} // prettier-ignore

let browser: Browser
let yipay: Yipay
beforeAll(async () => {
  ;[browser, yipay] = await Promise.all([openBrowser(), openYipay()])
})
afterAll(async () => {
  await Promise.all([browser.close(), yipay.close()])
})

describe.each(readers)('codes and the wallet, $size, $language', (looking) => {
  const say = words[looking.language]
  let app: TestApp
  let plan: string
  let seen: Visit
  let page: Page
  beforeAll(async () => {
    app = await testApp({ shippedPlugins })
    await newGateway(app, 'gateway-yipay', yipay.config)
    const terms = { cycle: 'days', days: 30, level: 2, count: 5, price: '50.00' }
    ;({ planId: plan } = await offerPlan(app, { product: { kind: 'codes', name: '卡密五张' }, plan: terms }))
    seen = await visit(browser, app.url, looking)
    page = seen.page
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const data = { username: 'buyer', password: 'a long password' }
    await page.request.post('/api/auth/register', { data })
    await page.request.post('/api/portal/login', { data })
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('codes-failed')
  })
  afterAll(async () => {
    await seen?.end()
    await app.stop()
  })

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const look = async (name: string) => expect.soft(await seen.look(`portal-${name}`)).toEqual([])

  test('the wallet is topped up by a QR code: it is seen without a reload', async () => {
    await page.goto('/wallet')
    await page.getByLabel(say.amount).fill('100')
    await look('wallet-top-up')
    await press(say.topUp)
    await page.getByRole('img', { name: say.qr }).waitFor()
    await look('top-up-qr')
    const reference = page.url().split('/').at(-1)?.replaceAll('-', '') ?? ''
    yipay.pay(reference)
    expect(await yipay.notify(reference)).toEqual({ status: 200, body: 'success' })
    await page.getByRole('status').getByText(say.there, { exact: true }).waitFor()
    await look('top-up-done')
    await page.getByRole('link', { name: say.back }).click()
    await page.getByText('+¥ 100.00').waitFor()
    await look('wallet-topped-up')
  })

  test('codes are bought, copied, saved and redeemed', async () => {
    await page.goto(`/checkout?plan=${plan}`)
    await press(say.buy)
    await page.getByRole('status').getByText(say.done, { exact: true }).waitFor()
    await page.getByRole('heading', { name: say.code, exact: true }).waitFor()
    await press(say.copy)
    await page.getByText(say.copied).waitFor()
    const copied = String(await page.evaluate('navigator.clipboard.readText()')).split('\n')
    expect(copied).toHaveLength(5)
    await look('order-codes')
    const orderPage = page.url()
    const file = await page.request.get(`/api/orders/${orderPage.split('/').at(-1)}/codes/export`)
    expect(await file.text()).toContain(copied[4])
    await page.goto('/')
    await page.locator('input[name=card_code]').fill(copied[0] ?? '')
    await page
      .locator('form', { has: page.locator('input[name=card_code]') })
      .locator('button')
      .click()
    await page.getByText(say.redeemed).waitFor()
    await page.goto(orderPage)
    await page
      .locator('.rows code')
      .getByText(copied[0] ?? '')
      .waitFor()
    await look('order-codes-used')
  })
})

test('staff issue codes worth money, and see which order codes were bought by', async () => {
  const app = await testApp()
  const seen = await visit(browser, app.url, { size: 'desk', language: 'en' })
  const { page } = seen
  const data = { username: 'owner', password: app.ownerPassword }
  await page.request.post('/api/admin/login', { data })
  await page.goto('/admin/batches')
  await page.getByRole('button', { name: 'Issue codes' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Money in the wallet').click()
  await dialog.getByLabel('Value (CNY)').fill('50')
  expect.soft(await seen.look('admin-issue-money')).toEqual([])
  await dialog.getByRole('button', { name: 'Issue codes' }).click()
  await page.getByText('10 codes issued').waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).last().click()
  await page.getByText('¥ 50.00').first().waitFor()
  expect.soft(await seen.look('admin-money-batch')).toEqual([])
  const cookie = await ownerCookie(app)
  const batches = await call(app, 'GET /api/admin/code-batches', { cookie, headers: { 'Idempotency-Key': newId() } })
  expect(batches.data.items).toMatchObject([{ worth: 'money', value: '50.00', count: 10 }])
  await seen.end()
  await app.stop()
}) // prettier-ignore
