import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { call, ownerCookie, type Loose } from '../apps/server/test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../apps/server/test/harness.ts'
import { offerPlan, offerVip } from '../apps/server/src/modules/leasing/catalog/testing.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const zh = {
  menu: '菜单', products: '商品', groups: '商品分组', categories: '商品分类', addCategory: '添加分类', addGroup: '添加分组', add: '添加商品', addPlan: '添加套餐',
  name: '名称', category: '分类', group: '分组', save: /^保 ?存$/, required: '必填', none: '还没有分类，请先添加。', description: '说明', addSpec: '添加规格', specKey: '标识',
  specValue: '值', addOption: '添加配置', optionLabel: '配置名称', optionKey: '配置标识', choiceLabel: '选项名称', choiceKey: '选项标识', stock: '库存', price: '价格',
  perMonth: '折合每月（30 天）¥ 33.33', cycle: '周期', quarterly: '按季', noPlans: '还没有套餐，添加后才能出售。', change: /^修 ?改$/, remove: /^删 ?除$/, removed: '已删除',
  retired: '正在使用，没有删除，已下架。', inactive: '已下架', taken: '此处已有同名项。', notMoney: '请填金额，如 29.90，最多两位小数', shop: '商店', signIn: '登录', months: '3 个月', readOnly: /您的角色只能查看/, buy: '购买', checkout: '购买',
} // prettier-ignore
const en: typeof zh = {
  menu: 'Menu', products: 'Products', groups: 'Product groups', categories: 'Categories', addCategory: 'Add category', addGroup: 'Add group', add: 'Add product', addPlan: 'Add plan',
  name: 'Name', category: 'Category', group: 'Group', save: /^Save$/, required: 'Required', none: 'No categories yet. Add one first.', description: 'Description', addSpec: 'Add specification', specKey: 'Key',
  specValue: 'Value', addOption: 'Add option', optionLabel: 'Option name', optionKey: 'Option key', choiceLabel: 'Choice name', choiceKey: 'Choice key', stock: 'Stock', price: 'Price',
  perMonth: '¥ 33.33 per month (30 days)', cycle: 'Term', quarterly: 'Quarterly', noPlans: 'No plans yet: it can’t be bought.', change: /^Edit$/, remove: /^Remove$/, removed: 'Removed',
  retired: 'It is in use: not removed, but no longer for sale.', inactive: 'Not for sale', taken: 'This name is taken here.', notMoney: 'Enter an amount, e.g. 29.90', shop: 'Shop', signIn: 'Sign in', months: '3 months', readOnly: /Your role is read-only/, buy: 'Buy', checkout: 'Checkout',
} // prettier-ignore

const readers: Looking[] = [
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'zh' },
]
/** What these do is the same in any language and size: they only look. */
const lookers: Looking[] = [
  { size: 'desk', language: 'zh' },
  { size: 'phone', language: 'en' },
]
const wordsOf = ({ language }: Looking) => (language === 'zh' ? zh : en)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(readers)('the catalogue in the console, $size, $language', (looking) => {
  const words = wordsOf(looking)
  let app: TestApp
  let seen: Visit
  let page: Page
  beforeAll(async () => {
    app = await testApp()
    seen = await visit(browser, app.url, looking)
    page = seen.page
    await signIn(page, app)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('catalog-failed')
  })
  afterAll(async () => {
    await seen.end()
    await app.stop()
  })

  const main = () => page.getByRole('main')
  const dialog = () => page.getByRole('dialog').last()
  const button = (name: string | RegExp) => main().getByRole('button', { name, exact: true })
  const row = (text: string) => main().locator('tr[data-row-key]').filter({ hasText: text })
  const expectFine = async (name: string) => expect.soft(await seen.look(`admin-${name}`)).toEqual([])
  const press = (name: RegExp) => seen.press(dialog().getByRole('button', { name }).last())
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  const tab = async (name: string) => {
    await main().getByRole('link', { name, exact: true }).click()
    await heading(name)
  }
  const choose = async (label: string, option: string, within = page.locator('body')) => {
    await seen.press(within.getByRole('combobox', { name: label, exact: true }))
    await seen.rest()
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option).click()
  }
  const shop = async (): Promise<Loose[]> => (await call(app, 'GET /api/shop')).data.categories

  test('a category and a group are made; a name is taken once', async () => {
    if (looking.size === 'phone') await page.getByRole('button', { name: words.menu }).click()
    await page.getByRole('navigation').getByRole('link', { name: words.products, exact: true }).click()
    await heading(words.products)
    await row('VIP').waitFor()
    await expectFine('products')
    await tab(words.categories)
    await main().getByText(words.none).waitFor()
    await expectFine('categories-none')
    for (const name of ['Cloud', 'cloud']) {
      await button(words.addCategory).first().click()
      await dialog().getByLabel(words.name, { exact: true }).fill(name)
      await press(words.save)
      await row('Cloud').waitFor()
    }
    await dialog().getByText(words.taken).waitFor()
    await expectFine('category-taken')
    await page.keyboard.press('Escape')
    await row('Cloud').getByRole('link', { name: 'Cloud' }).click()
    await heading(words.groups)
    await button(words.addGroup).first().click()
    await dialog().getByText('Cloud').waitFor()
    await dialog().getByLabel(words.name, { exact: true }).fill('香港')
    await expectFine('group-dialog')
    await press(words.save)
    await row('香港').waitFor()
    await expectFine('groups')
  })

  test('a product is made, with what it has and what its buyer chooses', async () => {
    await tab(words.products)
    await button(words.add).click()
    await heading(words.add)
    await button(words.save).click()
    await main().getByText(words.required, { exact: true }).first().waitFor()
    await main().getByLabel(words.name, { exact: true }).fill('Basic')
    await choose(words.group, 'Cloud · 香港')
    await main().getByLabel(words.description).fill('# Fast\n- **SSD**\n- IPv6')
    await button(words.addSpec).click()
    await main().getByRole('textbox', { name: words.specKey, exact: true }).fill('cpu_cores')
    await main().getByRole('textbox', { name: words.specValue, exact: true }).fill('2')
    await button(words.addOption).click()
    await main().getByRole('textbox', { name: words.optionLabel }).fill('Memory')
    await main().getByRole('textbox', { name: words.optionKey }).fill('memory')
    await main().getByRole('textbox', { name: words.choiceLabel }).fill('4 GB')
    await main().getByRole('textbox', { name: words.choiceKey }).fill('large')
    await main().getByLabel(words.stock).fill('5')
    await expectFine('product-new')
    await button(words.save).click()
    await heading('Basic')
    await main().getByText(words.noPlans).first().waitFor()
    await expectFine('product-no-plans')
    expect(await shop()).toEqual([])
  })

  test('a plan shows what a month comes to; the shop has it', async () => {
    await button(words.addPlan).click()
    await choose(words.cycle, words.quarterly, dialog())
    await dialog().getByLabel(words.price, { exact: true }).fill('a lot')
    await press(words.save)
    await dialog().getByText(words.notMoney).waitFor()
    await dialog().getByLabel(words.price, { exact: true }).fill('１００')
    await dialog().getByText(words.perMonth).waitFor()
    await expectFine('plan-dialog')
    await press(words.save)
    await row(words.quarterly).waitFor()
    await expectFine('product')
    const [category] = await shop()
    expect(category).toMatchObject({ name: 'Cloud', groups: [{ name: '香港' }] })
    expect(category.groups[0].products).toMatchObject([
      {
        name: 'Basic',
        specs: { cpu_cores: 2 },
        options: [{ key: 'memory', label: 'Memory', choices: [{ key: 'large', price: '0.00' }] }],
        stock: 5,
        plans: [{ cycle: 'quarterly', price: '100.00', price_per_month: '33.33' }],
      },
    ])
  })

  test('visitors see it in the portal’s shop, which the sign-in page leads to', async () => {
    const visitor = await visit(browser, app.url, looking)
    onTestFinished(() => visitor.end())
    await visitor.page.goto('/')
    await visitor.page.getByRole('link', { name: words.shop, exact: true }).click()
    await visitor.page.getByText(words.months).waitFor()
    await visitor.page.getByText('SSD').waitFor()
    expect.soft(await visitor.look('portal-shop-visitor')).toEqual([])
    expect(visitor.complaints).toEqual([])
  })

  test('what is in use is taken out of the shop; what isn’t is gone', async () => {
    await main()
      .getByRole('link', { name: `← ${words.products}` })
      .click()
    await tab(words.groups)
    await row('香港').getByRole('button', { name: words.remove }).click()
    await expectFine('group-remove')
    await press(words.remove)
    await page.getByText(words.retired).waitFor()
    await row('香港').getByText(words.inactive).waitFor()
    expect(await shop()).toEqual([])
    await tab(words.products)
    await row('Basic').getByRole('link', { name: 'Basic' }).click()
    await heading('Basic')
    await row(words.quarterly).getByRole('button', { name: words.remove }).click()
    await press(words.remove)
    await page.getByText(words.removed, { exact: true }).waitFor()
    await main().getByText(words.noPlans).first().waitFor()
    expect(seen.complaints).toEqual([])
  })
})

describe.each(lookers)('the catalogue, $size, $language', (looking) => {
  test('looks right where it is full', async () => {
    const app = await testAppForThis()
    const { productId } = await fill(app)
    const { page, look, complaints, end } = await visit(browser, app.url, looking)
    onTestFinished(() => end())
    await signIn(page, app)
    for (const [path, name] of [
      ['products', 'products'],
      ['products/groups', 'groups'],
      ['products/categories', 'categories'],
      [`products/${productId}`, 'product'],
    ]) {
      await page.goto(`/admin/${path}`)
      await page.locator('tr[data-row-key]').first().waitFor()
      expect.soft(await look(`admin-${name}`)).toEqual([])
    }
    expect(complaints).toEqual([])
  })

  test('customers have the shop in their menu', async () => {
    const app = await testAppForThis()
    await fill(app)
    const { page, look, complaints, end } = await visit(browser, app.url, looking)
    onTestFinished(() => end())
    const data = { username: 'buyer', password: 'a long password' }
    await page.request.post('/api/auth/register', { data })
    await page.request.post('/api/portal/login', { data })
    await page.goto('/')
    await page
      .getByRole('navigation')
      .getByRole('link', { name: wordsOf(looking).shop })
      .click()
    await page.getByRole('heading', { level: 1, name: wordsOf(looking).shop }).waitFor()
    await page.getByRole('article').first().waitFor()
    // VIP and codes; what is sold out leads nowhere.
    const buy = page.getByRole('link', { name: wordsOf(looking).buy })
    expect(await buy.count()).toBe(2)
    expect.soft(await look('portal-shop')).toEqual([])
    await buy.first().click()
    await page.waitForURL(/\/checkout\?plan=/)
    await page.getByRole('heading', { level: 1, name: wordsOf(looking).checkout, exact: true }).waitFor()
    await page.getByText('¥ 30.00').first().waitFor()
    expect(complaints).toEqual([])
  })
})

test('without the permission there is nothing to change, and an empty shop has no link', async () => {
  const app = await testAppForThis()
  const cookie = await ownerCookie(app)
  const password = 'a long password'
  const body = { username: 'reader', password, role: 'support' }
  await call(app, 'POST /api/admin/staff', { cookie, body })
  const { page, end } = await visit(browser, app.url, { size: 'desk', language: 'en' })
  onTestFinished(() => end())
  await signIn(page, { ownerPassword: password }, 'reader')
  await page.goto('/admin/products/categories')
  await page.getByText(en.readOnly).waitFor()
  await page.goto('/admin/products')
  await page.getByRole('link', { name: 'VIP' }).click()
  await page.getByRole('heading', { level: 1, name: 'VIP' }).waitFor()
  for (const name of [en.save, en.addPlan, en.remove])
    expect(await page.getByRole('button', { name }).count()).toBe(0)
  await page.goto('/')
  await page.getByRole('button', { name: en.signIn }).waitFor()
  expect(await page.getByRole('link', { name: en.shop }).count()).toBe(0)
})

/** A shop with several products. */
async function fill(app: TestApp) {
  await offerVip(app, { level: 2, price: '30.00' }, '会员')
  const product = {
    name: 'Hong Kong 2C4G',
    description: '**SSD**, IPv6\nSee [the status page](https://example.org)',
    specs: { cpu_cores: 2, memory_gb: 4, region: '香港', os: 'Debian 14', ipv6: '/64' },
    stock: 0,
    cost: '12.00',
  }
  await offerPlan(app, {
    shelf: '代理商',
    product: { name: '卡密', kind: 'codes' },
    plan: { cycle: 'days', days: 30, level: 1, count: 10 },
  })
  return offerPlan(app, {
    shelf: 'Hong Kong',
    product,
    plan: { cycle: 'yearly', price: '999.00', setup_fee: '10.00' },
  })
}

async function signIn(page: Page, { ownerPassword }: Pick<TestApp, 'ownerPassword'>, name = 'owner') {
  await page.goto('/admin')
  await page.locator('input[autocomplete=username]').fill(name)
  await page.locator('input[autocomplete=current-password]').fill(ownerPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('button', { name }).waitFor()
}
