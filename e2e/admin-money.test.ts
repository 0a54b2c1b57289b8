import { newId } from '@lessor/kit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie, signedIn, type Loose } from '../apps/server/test/calls.ts'
import { newGateway, shippedPlugins } from '../apps/server/test/gateways/shop.ts'
import { openYipay, type Yipay } from '../apps/server/test/gateways/yipay.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { offerVip } from '../apps/server/src/modules/leasing/catalog/testing.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const zh = {
  menu: '菜单', orders: '订单', notices: '付款通知', ledger: '总账', story: '经过', booked: /已收待结算 → 收入/, accepted: /收到支付渠道的通知：/, cancel: /取消订单/, reason: '原因', cancelled: '已取消',
  confirm: /人工确认到账/, transaction: '交易号', cameIn: '实际到账金额', under: /少 ¥ 5\.00/, exact: /金额相符/, received: '已到账', completed: '已完成', replay: /重新判定/, repeated: /判定结果：重复/,
  adjust: /增减余额/, amount: '金额', why: '原因（客户可见）', outcome: '¥ 0.00 → ¥ 12.50', balance: '¥ 12.50', credit: /设置信用额度/, limit: '信用额度', save: /^保 ?存$/, income: '收入', ask: '向渠道查询', asked: /查询完成/,
  refund: /^退 ?款$/, refunds: '退款', toGateway: '原路退回', refundReason: '原因（客户可见）', override: '此退款超出规则，仍要退款', left: '退款后还可退：¥ 30.00 → ¥ 20.00', finish: '登记结果', done: '已完成',
  takenBack: '登记撤回…', yes: /^确 ?认$/, toDecide: '等待处理', decide: '处理…', keep: '保留，不再追究', kept: /客户保留所得/,
} // prettier-ignore
const en: typeof zh = {
  menu: 'Menu', orders: 'Orders', notices: 'Payment notices', ledger: 'Ledger', story: 'Story', booked: /Received, not yet used → Income/, accepted: /The gateway sent a notice:/, cancel: /Cancel order/, reason: 'Reason', cancelled: 'Cancelled',
  confirm: /Confirm by hand/, transaction: 'Transaction number', cameIn: 'Amount received', under: /¥ 5\.00 missing/, exact: /The amount is right/, received: 'Received', completed: 'Completed', replay: /Judge again/, repeated: /Verdict: Repeated/,
  adjust: /Add or take money/, amount: 'Amount', why: 'Reason (the customer sees it)', outcome: '¥ 0.00 → ¥ 12.50', balance: '¥ 12.50', credit: /Set credit limit/, limit: 'Credit limit', save: /^Save$/, income: 'Income', ask: 'Ask the gateway', asked: /^Asked/,
  refund: /^Refund$/, refunds: 'Refunds', toGateway: 'Back by the gateway it came by', refundReason: 'Reason (the customer reads it)', override: 'This refund is outside of the policy: refund nevertheless', left: 'Left to refund: ¥ 30.00 → ¥ 20.00', finish: 'Say how it ended', done: 'Done',
  takenBack: 'Taken back…', yes: /^Confirm$/, toDecide: 'To be decided', decide: 'Decide…', keep: 'Leave it', kept: /The customer keeps everything/,
} // prettier-ignore

const readers: Looking[] = [
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'zh' },
]

let browser: Browser
let yipay: Yipay
beforeAll(async () => {
  ;[browser, yipay] = await Promise.all([openBrowser(), openYipay()])
})
afterAll(async () => {
  await Promise.all([browser.close(), yipay.close()])
})

describe.each(readers)('money in the console, $size, $language', (looking) => {
  const words = looking.language === 'zh' ? zh : en
  let app: TestApp
  let seen: Visit
  let page: Page
  let sold: Sold
  beforeAll(async () => {
    app = await testApp({ shippedPlugins })
    app.clock.set(new Date())
    sold = await sell(app)
    seen = await visit(browser, app.url, looking)
    page = seen.page
    await signIn(page, app)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('admin-money-failed')
  })
  afterAll(async () => {
    await seen.end()
    await app.stop()
  })

  const main = () => page.getByRole('main')
  const dialog = () => page.getByRole('dialog').last()
  const button = (name: string | RegExp) => main().getByRole('button', { name }).first()
  const press = (name: RegExp) => seen.press(dialog().getByRole('button', { name }).last())
  const expectFine = async (name: string) => expect.soft(await seen.look(`admin-money-${name}`)).toEqual([])
  const go = async (name: string) => {
    if (looking.size === 'phone') await page.getByRole('button', { name: words.menu }).click()
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  }

  test('what a notice to staff names is the order with its story', async () => {
    await page.goto(`/admin/orders?id=${sold.paid}`)
    await main().getByText(words.booked).waitFor()
    await main().getByText(words.accepted).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/admin/orders/${sold.paid}`)
    await expectFine('order')
  })

  test('an unpaid order is cancelled with a reason', async () => {
    await page.goto(`/admin/orders/${sold.unpaid}`)
    await button(words.cancel).click()
    await dialog().getByLabel(words.reason).fill('Ordered twice')
    await expectFine('cancel')
    await press(words.cancel)
    await main().getByText('Ordered twice').waitFor()
    await go(words.orders)
    await main().getByText(words.cancelled).first().waitFor()
    await expectFine('orders')
  })

  test('the reference of an alert leads to its payment, which is confirmed by hand and pays its order', async () => {
    await page.goto(`/admin/payments?reference=${sold.payment.replaceAll('-', '')}`)
    await main().locator('tr[data-row-key]').getByRole('link').first().waitFor()
    expect(await main().locator('tr[data-row-key]').count()).toBe(1)
    await expectFine('payments')
    await main().locator('tr[data-row-key]').getByRole('link').first().click()
    await button(words.ask).click()
    await page.getByText(words.asked).waitFor()
    await button(words.confirm).click()
    await dialog().getByLabel(words.transaction).fill('20260701-17')
    await dialog().getByLabel(words.cameIn).fill('25.00')
    await dialog().getByText(words.under).waitFor()
    await expectFine('confirm')
    await dialog().getByLabel(words.cameIn).fill('30.00')
    await dialog().getByText(words.exact).waitFor()
    await press(words.confirm)
    await main().getByText(words.received, { exact: true }).first().waitFor()
    await expectFine('payment')
    await page.goto(`/admin/orders/${sold.transfer}`)
    await main().getByText(words.completed, { exact: true }).first().waitFor()
  })

  test('a notice is judged again, and counts nothing twice', async () => {
    await page.goto('/admin/payment-notices')
    await button(words.replay).waitFor()
    await expectFine('notices')
    await button(words.replay).click()
    await press(words.replay)
    await page.getByText(words.repeated).waitFor()
  })

  test('a bank transfer is refunded in part, by hand, and its order tells of it', async () => {
    await page.goto(`/admin/orders/${sold.transfer}`)
    await button(words.refund).click()
    await dialog().getByLabel(words.amount).fill('10.00')
    await dialog().getByLabel(words.toGateway).check()
    await dialog().getByLabel(words.override).check()
    await dialog().getByLabel(words.refundReason).fill('A day without service')
    await dialog().getByText(words.left).waitFor()
    await expectFine('refund')
    await press(words.refund)
    await main().getByText('A day without service').first().waitFor()
    await expectFine('refunded')
    await go(words.refunds)
    await main().getByText('A day without service').first().waitFor()
    await button(words.finish).click()
    await expectFine('finish')
    await press(new RegExp(words.finish))
    await main().getByText(words.done, { exact: true }).waitFor()
    await expectFine('refunds')
  })

  test('a payment that its gateway took back is noted, and decided', async () => {
    await page.goto(`/admin/payments/${sold.paidBy}`)
    await button(words.takenBack).click()
    await dialog().getByLabel(words.reason).fill('A dispute')
    await expectFine('reverse')
    await press(words.yes)
    await main().getByText(words.toDecide).waitFor()
    await button(words.decide).click()
    await dialog().getByLabel(words.keep).check()
    await dialog().getByText(words.kept).waitFor()
    await dialog().getByLabel(words.reason).fill('A good customer')
    await expectFine('decide')
    await press(words.yes)
    await main().getByText('A good customer').waitFor()
    await main().getByText(words.keep, { exact: true }).waitFor()
    await expectFine('reversed')
  })

  test('a wallet is given money, the balance shown before; the ledger has it; no page complained', async () => {
    await page.goto(`/admin/accounts/${sold.account}`)
    await button(words.adjust).click()
    await dialog().getByLabel(words.amount, { exact: true }).fill('12.50')
    await dialog().getByLabel(words.why).fill('Sorry for the wait')
    await dialog().getByText(words.outcome).waitFor()
    await expectFine('adjust')
    await press(words.adjust)
    await main().getByText(words.balance, { exact: true }).waitFor()
    await button(words.credit).click()
    await dialog().getByLabel(words.limit).fill('50')
    await press(words.save)
    await main().getByText('¥ 50.00', { exact: true }).waitFor()
    await expectFine('account')
    await go(words.ledger)
    await main().getByText(words.income, { exact: true }).first().waitFor()
    await main().getByText('Sorry for the wait').waitFor()
    await expectFine('ledger')
    expect(seen.complaints).toEqual([])
  })
})

interface Sold {
  readonly account: string
  /** Orders: paid by a gateway, waiting for a bank transfer, and waiting for nothing yet. */
  readonly paid: string
  readonly transfer: string
  readonly unpaid: string
  /** What the first was paid by. */
  readonly paidBy: string
  /** The attempt to pay by bank transfer. */
  readonly payment: string
}

/** A customer with three orders of VIP time. */
async function sell(app: TestApp): Promise<Sold> {
  const { token } = await signedIn(app, 'zhang.san')
  const plan_id = await offerVip(app, { price: '30.00' })
  const gateway = await newGateway(app, 'gateway-yipay', yipay.config)
  const bank = await newGateway(app, 'gateway-banktransfer', {
    ...{ holder: '示例有限公司', bank: '示例银行', account: '6200 0000' },
  })
  const post = async (path: string, body: object): Promise<Loose> =>
    (await call(app, `POST ${path}`, { token, body, headers: { 'Idempotency-Key': newId() } })).data
  const order = async () => post('/api/orders', { plan_id })
  const paid = await order()
  const begun = await post(`/api/orders/${paid.id}/pay`, { gateway })
  const reference = begun.payment.id.replaceAll('-', '')
  yipay.pay(reference)
  await yipay.notify(reference)
  const cookie = await ownerCookie(app)
  await call(app, `POST /api/admin/payments/${begun.payment.id}/ask`, { cookie })
  const transfer = await order()
  const waiting = await post(`/api/orders/${transfer.id}/pay`, { gateway: bank })
  const unpaid = await order()
  const ids = { paid: paid.id, transfer: transfer.id, unpaid: unpaid.id }
  return { ...ids, account: paid.account_id, paidBy: begun.payment.id, payment: waiting.payment.id }
}

async function signIn(page: Page, { ownerPassword }: TestApp): Promise<void> {
  await page.goto('/admin')
  await page.locator('input[autocomplete=username]').fill('owner')
  await page.locator('input[autocomplete=current-password]').fill(ownerPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').or(page.getByRole('banner')).first().waitFor()
}
