import { Buffer } from 'node:buffer'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newGateway, shippedPlugins } from '../apps/server/test/gateways/shop.ts'
import { testApp } from '../apps/server/test/harness.ts'
import { openShop, type Shop } from '../apps/server/src/modules/sales/orders/testing.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const zh = {
  upload: '上传账单', gateway: '支付渠道', file: '账单文件', read: '读取文件', guessed: /已按表头的名称/, remembered: /已按上次的选择/, match: '开始核对', kinds: ['账单有，这里没有到账', '金额不同', '手续费不同'], confirm: '确认到账', fee: '记下手续费', dismiss: /^忽 ?略$/, reason: '原因', confirmed: /按账单确认到账/, noted: /已记手续费/, dismissed: /已忽略 · owner · A rebate/, unreadable: /无法读取该文件/,
} // prettier-ignore
const en: typeof zh = {
  upload: 'Upload a statement', gateway: 'Gateway', file: 'File', read: 'Read the file', guessed: /are guessed by their names/, remembered: /that were chosen last/, match: 'Compare', kinds: ['In the statement, not received here', 'Another amount', 'Another fee'], confirm: 'Confirm here', fee: 'Note the fee', dismiss: /^Dismiss$/, reason: 'Reason', confirmed: /Confirmed by the statement/, noted: /Fee noted/, dismissed: /Dismissed · owner · A rebate/, unreadable: /This file is no CSV/,
} // prettier-ignore

const readers: Looking[] = [
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'zh' },
]

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

describe.each(readers)('statements of gateways in the console, $size, $language', (looking) => {
  const words = looking.language === 'zh' ? zh : en
  let shop: Shop
  let seen: Visit
  let page: Page
  let csv: string
  beforeAll(async () => {
    const app = await testApp({ shippedPlugins })
    app.clock.set(new Date())
    shop = await openShop(app)
    csv = await statement(shop)
    seen = await visit(browser, app.url, looking)
    page = seen.page
    await page.goto('/admin')
    await page.locator('input[autocomplete=username]').fill('owner')
    await page.locator('input[autocomplete=current-password]').fill(app.ownerPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').or(page.getByRole('banner')).first().waitFor()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('statements-failed')
  })
  afterAll(async () => {
    await seen.end()
    await shop.yipay.close()
    await shop.app.stop()
  })

  const main = () => page.getByRole('main')
  const dialog = () => page.getByRole('dialog').last()
  const button = (name: string | RegExp) => main().getByRole('button', { name, exact: true }).first()
  const press = (name: string | RegExp) => seen.press(dialog().getByRole('button', { name }).last())
  const expectFine = async (name: string) => expect.soft(await seen.look(`statements-${name}`)).toEqual([])
  const choose = async (content: string) => {
    await page.goto('/admin/statements')
    await button(words.upload).click()
    await dialog().getByLabel(words.gateway).click()
    await page.locator('.ant-select-item-option').filter({ hasText: 'banktransfer' }).first().click()
    const file = { name: 'bank-2026-12.csv', mimeType: 'text/csv', buffer: Buffer.from(content) }
    await dialog().getByLabel(words.file, { exact: true }).setInputFiles(file)
  }

  test('a file is uploaded, its columns guessed, and what differs is listed', async () => {
    await page.goto('/admin/statements')
    await button(words.upload).waitFor()
    await expectFine('none')
    await choose(csv)
    await expectFine('file')
    await press(words.read)
    await dialog().getByText(words.guessed).waitFor()
    await expectFine('columns')
    await press(words.match)
    for (const kind of words.kinds) await main().getByText(kind, { exact: true }).first().waitFor()
    await expectFine('differences')
  })

  test('each difference is resolved by a click', async () => {
    await button(words.confirm).click()
    await press(words.confirm)
    await main().getByText(words.confirmed).waitFor()
    await button(words.fee).click()
    await press(words.fee)
    await main().getByText(words.noted).waitFor()
    await button(words.dismiss).click()
    await dialog().getByLabel(words.reason).fill('A rebate')
    await expectFine('dismiss')
    await press(words.dismiss)
    await main().getByText(words.dismissed).waitFor()
    await expectFine('resolved')
  })

  test('the columns are remembered; what is no CSV is refused in words; no page complained', async () => {
    await choose(csv)
    await press(words.read)
    await dialog().getByText(words.remembered).waitFor()
    await page.keyboard.press('Escape')
    await choose('no table')
    await press(words.read)
    await dialog().getByText(words.unreadable).waitFor()
    await expectFine('refused')
    await page.goto('/admin/statements')
    await main().getByText('bank-2026-12.csv').waitFor()
    await expectFine('list')
    expect(seen.complaints).toEqual([])
  })
})

/** The file of a bank that has one payment more, one with another amount, and one with a fee. */
async function statement(shop: Shop): Promise<string> {
  const bank = await newGateway(shop.app, 'gateway-banktransfer', { holder: 'Shop', bank: 'ICBC', account: '6222' }) // prettier-ignore
  const begun = async () => {
    const buyer = await shop.buyer()
    return (await shop.begin(buyer, await shop.order(buyer), { gateway: bank })).payment.id as string
  }
  const ids = [await begun(), await begun(), await begun(), await begun()]
  for (const [at, id] of ids.slice(1).entries())
    await shop.asStaff(`POST /api/admin/payments/${id}/confirm`, { amount: '30.00', transaction: `B${at + 1}` }) // prettier-ignore
  const time = shop.app.clock.now().toISOString().slice(0, 10)
  const amounts = ['30.00', '30.00', '29.00', '30.00']
  const lines = ids.map((id, at) => `B${at},${id.replaceAll('-', '')},${amounts[at]},${at === 3 ? '0.18' : ''},${time} 12:00:00`) // prettier-ignore
  return `# 银行流水\n交易流水号,商户订单号,交易金额,手续费,交易时间\n${lines.join('\n')}\n`
}
