import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { offerVip } from '../apps/server/src/modules/leasing/catalog/testing.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const words = {
  zh: {
    menu: '菜单', title: '优惠券', add: '添加优惠券', code: '券码', percent: /^减免比例/, save: /^保 ?存$/, required: '必填', off: '减 10%', maxUses: '总共可用次数', uses: '1 / 5', total: '不限', used: '使用记录', back: '全部优惠券',
    turnOff: '停用所选', isOff: '已停用', story: '使用优惠券 Welcome-10，优惠', remove: /^删 ?除$/, retired: '有订单用过它，因此只是停用。',
    field: '优惠券', use: '使用', unknown: '没有这张优惠券。', isUsed: '已使用优惠券 Welcome-10', discount: '优惠（Welcome-10）', takeAway: '移除', buy: '下单并支付 ¥ 27.00', buyWhole: '下单并支付 ¥ 30.00', free: '下单（无需支付）', done: '已完成', mine: '您已使用过该优惠券。',
  },
  en: {
    menu: 'Menu', title: 'Coupons', add: 'Add coupon', code: 'Code', percent: /^Percent off/, save: /^Save$/, required: 'Required', off: '10% off', maxUses: 'Uses in total', uses: '1 of 5', total: 'No limit', used: 'Uses', back: 'All coupons',
    turnOff: 'Turn off', isOff: 'Off', story: 'Coupon Welcome-10 used, discount', remove: /^Remove$/, retired: 'An order had it: it was only turned off.',
    field: 'Coupon', use: 'Use', unknown: 'There is no such coupon.', isUsed: 'Coupon Welcome-10 is used', discount: 'Discount (Welcome-10)', takeAway: 'Remove', buy: 'Order and pay ¥ 27.00', buyWhole: 'Order and pay ¥ 30.00', free: 'Order (nothing to pay)', done: 'Completed', mine: 'You have used this coupon already.',
  },
} // prettier-ignore

const readers: Looking[] = [
  { size: 'phone', language: 'zh' },
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'en' },
  { size: 'desk', language: 'zh' },
]

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(readers)('a coupon, $size, $language', (looking) => {
  const say = words[looking.language]
  let app: TestApp
  let plan: string
  let seen: Visit
  let page: Page
  beforeAll(async () => {
    app = await testApp()
    plan = await offerVip(app, { price: '30.00', level: 2 })
    seen = await visit(browser, app.url, looking)
    page = seen.page
    await page.request.post('/api/admin/login', { data: { username: 'owner', password: app.ownerPassword } })
    const data = { username: 'buyer', password: 'a long password' }
    await page.request.post('/api/auth/register', { data })
    await page.request.post('/api/portal/login', { data })
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('coupons-failed')
  })
  afterAll(async () => {
    await seen.end()
    await app.stop()
  })

  const main = () => page.getByRole('main')
  const dialog = () => page.getByRole('dialog').last()
  const row = (text: string) => main().locator('tr[data-row-key]').filter({ hasText: text })
  const look = async (name: string) => expect.soft(await seen.look(`coupons-${name}`)).toEqual([])
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const orders = async () => (await (await page.request.get('/api/orders')).json()).data.items
  const see = (text: string) => page.getByText(text).first().waitFor()

  test('is added in the console', async () => {
    await page.goto('/admin')
    if (looking.size === 'phone') await page.getByRole('button', { name: say.menu }).click()
    await page.getByRole('navigation').getByRole('link', { name: say.title, exact: true }).click()
    await main().getByRole('button', { name: say.add }).click()
    await seen.press(dialog().getByRole('button', { name: say.save }).last())
    await dialog().getByText(say.required).first().waitFor()
    await dialog().getByLabel(say.code, { exact: true }).fill('Welcome-10')
    await dialog().getByLabel(say.percent).fill('１０')
    await dialog().getByLabel(say.maxUses).fill('5')
    await look('dialog')
    await seen.press(dialog().getByRole('button', { name: say.save }).last())
    await row('Welcome-10').getByText(say.off).waitFor()
    const cookie = await ownerCookie(app)
    const free = { code: 'Gift', amount: '100.00', note: '员工福利', ends_at: '2027-01-01T00:00:00Z' }
    await call(app, 'POST /api/admin/coupons', { cookie, body: free })
    await page.reload()
    await row('Gift').waitFor()
    expect(await main().locator('tr[data-row-key]').count()).toBe(2)
    await look('list')
  })

  test('lowers the price at the checkout; a wrong one says why', async () => {
    await page.goto(`/checkout?plan=${plan}`)
    await page.getByLabel(say.field, { exact: true }).fill('nothing')
    await press(say.use)
    await page.getByRole('alert').getByText(say.unknown).waitFor()
    await page.getByRole('button', { name: say.buyWhole }).waitFor()
    await look('checkout-wrong')
    await page.getByLabel(say.field, { exact: true }).fill('welcome 10')
    await page.keyboard.press('Enter')
    await see(say.isUsed)
    await see(say.discount)
    await give(app, page, '27.00')
    await page.reload()
    await page.getByRole('button', { name: say.buy }).waitFor()
    await look('checkout')
    await press(say.takeAway)
    await page.getByRole('button', { name: say.buyWhole }).waitFor()
    await page.getByLabel(say.field, { exact: true }).fill('WELCOME10')
    await press(say.use)
    await press(say.buy)
    await page.getByRole('status').getByText(say.done, { exact: true }).waitFor()
    await see(say.discount)
    expect((await orders())[0]).toMatchObject({ discount: '3.00', total: '27.00', coupon: 'Welcome-10' })
    await look('order')
  })

  test('over the price leaves nothing to be paid; used as often as it may, it says so', async () => {
    await page.goto(`/checkout?plan=${plan}&coupon=Welcome-10`)
    await page.getByRole('alert').getByText(say.mine).waitFor()
    await page.getByLabel(say.field, { exact: true }).fill('gift')
    await press(say.use)
    await page.getByRole('button', { name: say.free }).waitFor()
    await look('checkout-free')
    await press(say.free)
    await page.getByRole('status').getByText(say.done, { exact: true }).waitFor()
    expect((await orders())[0]).toMatchObject({ total: '0.00', status: 'completed' })
  })

  test('has its uses in the console; the order says which it had; it can be turned off', async () => {
    await page.goto('/admin/coupons')
    await row('Welcome-10').getByText(say.uses).waitFor()
    await row('Welcome-10').getByRole('link', { name: 'Welcome-10' }).click()
    await row('buyer').getByText('¥ 3.00').waitFor()
    await look('page')
    await row('buyer').getByRole('link').last().click()
    await main().getByText(say.story).waitFor()
    await look('admin-order')
    await page.goto('/admin/coupons')
    await row('Gift').getByRole('checkbox').check()
    await main().getByRole('button', { name: say.turnOff }).click()
    await look('turn-off')
    await seen.press(dialog().getByRole('button', { name: say.turnOff }))
    await row('Gift').getByText(say.isOff, { exact: true }).waitFor()
    await row('Welcome-10').getByRole('link', { name: 'Welcome-10' }).click()
    await main().getByRole('button', { name: say.remove }).click()
    await seen.press(dialog().getByRole('button', { name: say.remove }))
    await see(say.retired)
    expect(seen.complaints.filter((one) => !one.includes('409'))).toEqual([])
  })
})

async function give(app: TestApp, page: Page, amount: string) {
  const { id } = (await (await page.request.get('/api/users/me')).json()).data
  const headers = { 'Idempotency-Key': crypto.randomUUID() }
  const body = { direction: 'add', amount, reason: 'A test' }
  const cookie = await ownerCookie(app)
  await call(app, `POST /api/admin/accounts/${id}/wallet/adjust`, { cookie, body, headers })
}
