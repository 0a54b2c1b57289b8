import { newId } from '@lessor/kit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { vipProductId } from '../apps/server/src/modules/leasing/catalog/index.ts'
import { maker, offerVip } from '../apps/server/src/modules/leasing/catalog/testing.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const readers: Looking[] = [
  { size: 'phone', language: 'zh' },
  { size: 'desk', language: 'en' },
]

const words = {
  zh: {
    buy: '下单并支付 ¥ 30.00', done: '已完成', open: '续费或更换套餐', renew: '续费 VIP 1 级 · 1 个月', after: '支付后到期时间', again: '2026年9月1日',
    change: '更换 VIP 2 级 · 1 个月', wallet: '钱包', title: '更换套餐', upgrade: '下单并支付 ¥ 30.00', waiting: '有一个未支付的订单',
    auto: /^到期前自动续费/, off: /^关 ?闭$/, reason: '原因', isOff: '已关闭',
  },
  en: {
    buy: 'Order and pay ¥ 30.00', done: 'Completed', open: 'Renew or change plan', renew: 'Renew VIP level 1 · 1 month', after: 'End after payment', again: '1 Sept 2026',
    change: 'Change VIP level 2 · 1 month', wallet: 'Wallet', title: 'Change of plan', upgrade: 'Order and pay ¥ 30.00', waiting: 'An order is waiting to be paid',
    auto: /^Renew automatically/, off: /^Switch off$/, reason: 'Reason', isOff: 'Off',
  },
} // prettier-ignore

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

describe.each(readers)('renewing, $size, $language', (looking) => {
  const say = words[looking.language]
  let app: TestApp
  let owner: string
  let plan: string
  let seen: Visit
  let page: Page
  beforeAll(async () => {
    app = await testApp()
    owner = await ownerCookie(app)
    plan = await offerVip(app, { price: '30.00' })
    const make = await maker(app)
    await make('plans', { product_id: vipProductId, cycle: 'monthly', level: 2, price: '90.00' })
    seen = await visit(browser, app.url, looking)
    page = seen.page
    const data = { username: 'holder', password: 'a long password' }
    await page.request.post('/api/auth/register', { data })
    await page.request.post('/api/portal/login', { data })
    const { id } = (await (await page.request.get('/api/users/me')).json()).data
    const body = { direction: 'add', amount: '100.00', reason: '活动奖励' }
    const headers = { 'Idempotency-Key': newId() }
    await call(app, `POST /api/admin/accounts/${id}/wallet/adjust`, { cookie: owner, body, headers })
    await page.goto(`/checkout?plan=${plan}`)
    await press(say.buy)
    await completed()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('renewals-failed')
  })
  afterAll(async () => {
    await seen?.end()
    await app.stop()
  })

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const completed = () => page.getByRole('status').getByText(say.done, { exact: true }).waitFor()
  const look = async (name: string) => expect.soft(await seen.look(`portal-${name}`)).toEqual([])
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).click()

  test('a renewal shows its dates, before and after, and is paid', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: say.open }).waitFor()
    await look('lease-renewable')
    await follow(say.open)
    await page.getByRole('link', { name: say.renew }).waitFor()
    await look('renew')
    await follow(say.renew)
    await page.getByText(say.after).waitFor()
    await page.getByText(say.again).first().waitFor()
    await look('renew-checkout')
    await press(say.buy)
    await completed()
    expect(seen.complaints).toEqual([])
  })

  test('a change credits what is unused, and starts now', async () => {
    await seen.rest()
    await page.goto('/renew')
    await follow(say.change)
    await page.getByRole('heading', { name: say.title }).waitFor()
    await page.getByText('−¥ 60.00').waitFor()
    await look('change-checkout')
    await press(say.upgrade)
    await completed()
    await look('change-done')
    const { items } = (await (await page.request.get('/api/leases')).json()).data
    expect(items).toMatchObject([{ level: 2, state: 'active', open_order_id: null }])
    expect(seen.complaints).toEqual([])
  })

  test('its customer switches it to automatic, and staff switch that off', async () => {
    await page.goto('/renew')
    const box = page.getByRole('checkbox', { name: say.auto })
    await box.click()
    await expect.poll(() => box.isChecked()).toBe(true)
    await look('renew-automatic')
    const data = { username: 'owner', password: app.ownerPassword }
    expect((await page.request.post('/api/admin/login', { data })).status()).toBe(200)
    await page.goto('/admin/renewals')
    const stop = page.getByRole('main').getByRole('button', { name: say.off })
    await stop.waitFor()
    await look('admin-renewals')
    await stop.click()
    const dialog = page.getByRole('dialog').last()
    await dialog.getByLabel(say.reason).fill('At the customer’s wish')
    await look('admin-renewals-stop')
    await seen.press(dialog.getByRole('button', { name: say.off }).last())
    await page.getByRole('cell', { name: say.isOff, exact: true }).waitFor()
    expect(seen.complaints).toEqual([])
  })
})
