import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { anAccount } from '../apps/server/src/modules/people/accounts/testing.ts'
import { anInvoice } from '../apps/server/src/modules/money/invoices/testing.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const readers: Looking[] = [
  { size: 'phone', language: 'zh' },
  { size: 'desk', language: 'en' },
]
const words = {
  zh: {
    menu: '菜单', invoices: '账单', create: '新建账单', text: '项目', amount: '金额（元）', account: '客户', issue: /^开 ?具$/, pay: '标记已付款',
    print: /^打 ?印$/, status: { draft: '草稿', issued: '待付款', paid: '已付款' }, history: '充值记录', password: '密码', username: '用户名', signIn: '登录', buyer: '购买方名称', item: '安装服务', batch: /^批量开具$/, nothing: '这个期间没有待开账单的订单。', from: '支付日期从', to: '到（含当天）',
  },
  en: {
    menu: 'Menu', invoices: 'Invoices', create: 'New invoice', text: 'Description', amount: 'Amount (CNY)', account: 'Customer', issue: /^Issue$/, pay: 'Mark as paid',
    print: /^Print$/, status: { draft: 'Draft', issued: 'Issued', paid: 'Paid' }, history: 'History', password: 'Password', username: 'Username', signIn: 'Sign in', buyer: 'Buyer’s name', item: 'Installation', batch: /^Batch$/, nothing: 'No orders of this period wait for an invoice.', from: 'Paid from', to: 'To (that day included)',
  },
} // prettier-ignore

const password = 'a long password'
const buyer = '𠮷田㛃喆（北京）科技有限公司'

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

describe.each(readers)('invoices, $size, $language', (looking) => {
  const say = words[looking.language]
  let app: TestApp
  let seen: Visit
  let page: Page
  beforeAll(async () => {
    app = await testApp({
      env: { LESSOR_INVOICES_TAX_RATE: '6', LESSOR_INVOICES_SELLER_NAME: '某某云计算有限公司' },
    })
    app.clock.set(new Date())
    const cmd = app.command({ kind: 'system', name: 'test' })
    const { id: accountId } = await anAccount(cmd, { username: 'buyer', password })
    await anInvoice(cmd, { accountId, isPaid: true })
    seen = await visit(browser, app.url, looking)
    page = seen.page
  })
  afterAll(async () => {
    await seen.end()
    await app.stop()
  })
  const main = () => page.getByRole('main')
  const dialog = () => page.getByRole('dialog').last()
  const fine = async (name: string) => expect.soft(await seen.look(name)).toEqual([])

  test('staff draft one by hand, issue it, and mark it as paid', async () => {
    await page.request.post('/api/admin/login', { data: { username: 'owner', password: app.ownerPassword } })
    await page.goto('/admin/invoices')
    await page.getByRole('heading', { level: 1, name: say.invoices }).waitFor()
    await fine('admin-invoices')
    await main().getByRole('button', { name: say.create }).click()
    await dialog().getByLabel(say.account).click()
    await page.keyboard.type('buyer')
    await page.locator('.ant-select-item-option').filter({ hasText: 'buyer' }).first().click()
    await dialog().getByLabel(say.text).fill(say.item)
    await dialog().getByLabel(say.amount).fill('200')
    await dialog().getByLabel(say.buyer).fill(buyer)
    await fine('admin-invoice-new')
    await dialog().getByRole('button', { name: say.create }).last().click()
    await main().getByText(say.status.draft).first().waitFor()
    await fine('admin-invoice-draft')
    await main().getByRole('button', { name: say.issue }).click()
    await dialog().getByRole('button', { name: say.issue }).click()
    await page.getByRole('heading', { level: 1, name: /INV-\d{4}-000002/ }).waitFor()
    await main().getByRole('button', { name: say.pay }).click()
    await dialog().getByRole('button', { name: say.pay }).click()
    await main().getByText(say.status.paid, { exact: true }).first().waitFor()
    await expect.poll(() => main().getByRole('button', { name: say.pay }).count()).toBe(0)
    await fine('admin-invoice')
  })

  test('and print it', async () => {
    const path = await main().getByRole('link', { name: say.print }).getAttribute('href')
    await page.goto(path ?? '')
    await page.getByText(buyer).waitFor()
    expect(await page.getByText('188.68').count()).toBe(1)
    await fine('invoice-printed')
  })

  test('those of a period are made at once, with what it comes to shown before', async () => {
    await page.goto('/admin/invoices')
    await main().getByRole('button', { name: say.batch }).click()
    await dialog().getByLabel(say.from).fill('2026-01-01')
    await dialog().getByLabel(say.to).fill('2026-01-31')
    await dialog().getByText(say.nothing).waitFor()
    await fine('admin-invoice-batch')
    await page.keyboard.press('Escape')
    expect(await main().getByText(say.status.paid, { exact: true }).count()).toBeGreaterThan(0)
  })

  test('its buyer finds both in the portal, and downloads one', async () => {
    await page.goto('/')
    await page.getByLabel(say.username, { exact: false }).first().fill('buyer')
    await page.getByLabel(say.password, { exact: true }).fill(password)
    await page.getByRole('button', { name: say.signIn, exact: true }).first().click()
    await page.getByRole('link', { name: say.history, exact: true }).click()
    await page.getByRole('link', { name: say.invoices, exact: true }).click()
    await page
      .getByText(/INV-\d{4}-000002/)
      .first()
      .waitFor()
    await fine('portal-invoices')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /PDF.*000002/ }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^INV-\d{4}-000002\.pdf$/)
  })

  test('a stranger gets none of it', async () => {
    expect(await call(app, 'GET /api/invoices')).toMatchObject({ status: 401 })
    expect(await call(app, 'GET /api/admin/invoices')).toMatchObject({ status: 401 })
  })
})
