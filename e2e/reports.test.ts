import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { shippedPlugins } from '../apps/server/test/gateways/shop.ts'
import { testApp } from '../apps/server/test/harness.ts'
import { maker } from '../apps/server/src/modules/leasing/catalog/testing.ts'
import { vipProductId } from '../apps/server/src/modules/leasing/catalog/index.ts'
import { openShop, type Shop } from '../apps/server/src/modules/sales/orders/testing.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const zh = {
  today: '今日收入', owed: '不属于您的钱', byMonth: '按月', byProduct: '按商品', from: '开始月份', file: '按月导出 CSV', header: '月份,收入,', problem: '最多 36 个月',
} // prettier-ignore
const en: typeof zh = {
  today: 'Income today', owed: 'Money that isn’t yours yet', byMonth: 'By month', byProduct: 'By product', from: 'First month', file: 'Export months as CSV', header: 'Month,Income,', problem: 'At most 36 months',
} // prettier-ignore

const readers: Looking[] = [
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'zh' },
]
const dayMs = 86_400_000

let browser: Browser
let shop: Shop
beforeAll(async () => {
  browser = await openBrowser()
  shop = await openShop(await testApp({ shippedPlugins }))
  await sell()
}, 120_000)
afterAll(async () => {
  await Promise.all([browser.close(), shop.yipay.close()])
  await shop.app.stop()
})

/** Half a year of orders, some given back. */
async function sell() {
  const make = await maker(shop.app)
  const yearly = await make('plans', { product_id: vipProductId, cycle: 'yearly', level: 3, price: '299.00' })
  for (let month = 6; month >= 0; month--) {
    shop.app.clock.set(new Date(Date.now() - month * 30 * dayMs))
    for (let i = 0; i <= 6 - month; i++) {
      const buyer = await shop.buyer('300.00')
      const order = await shop.order(buyer, i % 3 === 1 ? { plan_id: yearly } : {})
      await buyer.post(`/api/orders/${order.id}/pay`, { gateway: 'wallet' })
      const back = { amount: '12.00', to: 'wallet', time: 'none', override: true, reason: 'A test' }
      if (i % 4 === 3) await shop.asStaff(`POST /api/admin/orders/${order.id}/refund`, back)
    }
  }
}

describe.each(readers)('reports in the console, $size, $language', (looking) => {
  const words = looking.language === 'zh' ? zh : en
  let seen: Visit
  let page: Page
  beforeAll(async () => {
    seen = await visit(browser, shop.app.url, looking)
    page = seen.page
    await page.goto('/admin')
    await page.locator('input').first().fill('owner')
    await page.locator('input[type=password]').fill(shop.app.ownerPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').or(page.getByRole('main')).first().waitFor()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('reports-failed')
  })
  afterAll(() => seen.end())

  const main = () => page.getByRole('main')

  test('money now, by month and by product, each with a chart and its figures', async () => {
    await page.goto('/admin/reports')
    await main().getByText(words.today).waitFor()
    await main().getByRole('heading', { name: words.owed }).waitFor()
    for (const part of [words.byMonth, words.byProduct]) {
      await main().getByRole('region', { name: part }).getByRole('row').nth(2).waitFor()
      await main().getByRole('heading', { name: part }).waitFor()
    }
    await main().locator('[role=img] svg').nth(1).waitFor()
    expect(await main().locator('[role=img] svg path').count()).toBeGreaterThan(20)
    expect.soft(await seen.look('reports')).toEqual([])
    expect(seen.complaints).toEqual([])
  })

  test('saves what it shows, and says which months are too many', async () => {
    const saving = page.waitForEvent('download')
    await main().getByRole('button', { name: words.file }).click()

    const saved = await readFile(await (await saving).path(), 'utf8')
    expect(saved.replace('\ufeff', '').startsWith(words.header)).toBe(true)
    await main().getByLabel(words.from).fill('2020-01')
    await main().getByText(words.problem).waitFor()
    expect.soft(await seen.look('reports-too-long')).toEqual([])
  })
})
