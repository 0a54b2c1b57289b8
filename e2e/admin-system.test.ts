import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { testApp, testAppForThis, type TestApp } from '../apps/server/test/harness.ts'
import { openMailbox, type Mailbox } from '../apps/server/src/modules/core/notify/testing.ts'
import { openBrowser, press, visit, type Looking, type Visit } from './browser.ts'

const zh = {
  username: '用户名', password: '密码', menu: '菜单', settings: '设置', mails: '邮件', health: '运行状况',
  name: '中文名称', contact: '联系方式', save: '保存', console: '小店 管理后台', signIn: '登录',
  tolerance: '允许迟到（秒）', fixed: '已在 config.toml 或环境变量中设置，以那里为准。',
  server: '新的邮件服务器', from: '发件人', none: '未设置：邮件会等待，不会发出。', options: /其后不能带参数/,
  to: '收件地址', send: '发送', tried: /第 1 次尝试失败/, taken: '邮件服务器已收下发给 ops@example.org 的邮件。',
  mailsFail: '1 封邮件发送失败，正在重试', jobsFail: '1 个后台任务失败：处理到期', retry: /^重 ?试$/, noFailed: '没有失败的后台任务。',
  waiting: '等待发送', sent: '已发出', refused: '邮件服务器拒绝连接', subject: '小店 测试邮件',
} // prettier-ignore
const en: typeof zh = {
  username: 'Username', password: 'Password', menu: 'Menu', settings: 'Settings', mails: 'Emails', health: 'Health',
  name: 'Name in English', contact: 'Contact', save: 'Save', console: 'Shop & Co console', signIn: 'Sign in',
  tolerance: 'Tolerance (seconds)', fixed: 'Set in config.toml or an environment variable, which takes precedence.',
  server: 'New mail server', from: 'Sender', none: 'Not configured: emails wait and are not sent.', options: /without options behind it/,
  to: 'Send to', send: 'Send', tried: /Attempt 1 failed/, taken: 'The mail server accepted the email to ops@example.org.',
  mailsFail: '1 email failed and will be retried', jobsFail: '1 background job failed: Expire leases',
  retry: /^Retry$/, noFailed: 'No failed jobs.',
  waiting: 'Waiting', sent: 'Sent', refused: 'The mail server refused the connection', subject: 'Shop & Co: test email',
} // prettier-ignore

const readers: Looking[] = [
  { size: 'desk', language: 'zh' },
  { size: 'phone', language: 'en' },
]
/** What these do is the same in any language and size: they only look. */
const lookers: Looking[] = [
  { size: 'phone', language: 'zh' },
  { size: 'desk', language: 'en' },
]
const wordsOf = ({ language }: Looking) => (language === 'zh' ? zh : en)

// For a machine that is busy with other tests.
const patience = { timeout: 20_000 }
let browser: Browser
let mailbox: Mailbox
beforeAll(async () => {
  browser = await openBrowser()
  mailbox = await openMailbox()
})
afterAll(async () => {
  await browser.close()
  await mailbox.close()
})

describe.each(readers)('the system in the console, $size, $language', (looking) => {
  const words = wordsOf(looking)
  const brand = looking.language === 'zh' ? '小店' : 'Shop & Co'
  let app: TestApp
  let seen: Visit
  let page: Page
  beforeAll(async () => {
    app = await testApp({ env: { LESSOR_VERIFICATION_TOLERANCE_SECS: '90' } })
    app.clock.set(new Date())
    await giveUpJob(app)
    seen = await visit(browser, app.url, looking)
    page = seen.page
    await signIn(page, app, looking)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('admin-system-failed')
  })
  afterAll(async () => {
    await seen.end()
    await app.stop()
  })

  const go = async (name: string) => {
    if (looking.size === 'phone') await page.getByRole('button', { name: words.menu }).click()
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  }
  const expectFine = async (name: string) => {
    expect.soft(await seen.look(`admin-${name}`)).toEqual([])
  }
  const form = (section: string) => page.locator(`form#${section}`)
  const save = async (section: string) => {
    const answered = page.waitForResponse((response) => response.request().method() === 'PATCH')
    await form(section).locator('button[type=submit]').click()
    await answered
  }

  test('the seller’s name is changed, and stands on every page from then on', async () => {
    await form('brand').getByLabel(words.name).fill(brand)
    await form('brand').getByLabel(words.contact).fill('QQ <10001>')
    await save('brand')
    await expect.poll(() => page.title(), patience).toContain(brand)
    if (looking.size === 'desk') await page.getByText(words.console).waitFor()
    const customer = await visit(browser, app.url, looking)
    await customer.page.goto('/')
    await customer.page.getByText('QQ <10001>').waitFor()
    expect(await customer.page.title()).toBe(`${words.signIn} · ${brand}`)
    expect.soft(await customer.look('portal-brand')).toEqual([])
    await customer.page.goto('/status/nobody')
    await customer.page.getByText(`${brand} · `).waitFor()
    expect.soft(await customer.look('status-brand')).toEqual([])
    expect(customer.complaints).toEqual([])
    await customer.end()
  })

  test('what the configuration fixes can only be read', async () => {
    const tolerance = form('verification').getByLabel(words.tolerance)
    expect(await tolerance.isDisabled()).toBe(true)
    expect(await tolerance.inputValue()).toBe('90')
    await page.getByText(words.fixed).waitFor()
    await expectFine('settings')
  })

  test('a mail server is refused, entered and tried, first a dead one', async () => {
    await page.getByText(words.none).waitFor()
    const server = form('mail').getByLabel(words.server)
    await server.fill('smtp://127.0.0.1/?sendmail=true')
    await save('mail')
    await form('mail').getByText(words.options).waitFor()
    await server.fill('smtp://me:secret@127.0.0.1:1')
    await save('mail')
    await page.locator('code', { hasText: 'smtp://me@127.0.0.1:1' }).waitFor()
    expect(await page.content()).not.toContain('secret')
    await sendTest()
    await page.getByText(words.tried).waitFor()
    await expectFine('test-mail-failed')
    await server.fill(mailbox.url)
    await form('mail').getByLabel(words.from).fill('Shop <shop@example.com>')
    await save('mail')
    await sendTest()
    await page.getByText(words.taken).waitFor()
    const [received] = (await mailbox.to('ops@example.org')).slice(-1)
    expect(received?.mail.subject).toBe(words.subject)
    expect(received?.mail.from?.address).toBe('shop@example.com')
    await expectFine('test-mail-sent')
  })

  async function sendTest() {
    await form('test').getByLabel(words.to).fill('ops@example.org')
    await form('test').locator('button[type=submit]').click()
  }

  test('every mail and what became of it is listed, and found by its state', async () => {
    await go(words.mails)
    await page.getByRole('cell', { name: words.sent }).waitFor()
    await expectFine('mails')
    await page.goto('/admin/mails?state=waiting')
    await page.getByRole('cell', { name: words.waiting }).waitFor()
    expect(await page.locator('tbody tr[data-row-key]').count()).toBe(1)
    await page.getByRole('cell', { name: words.refused }).waitFor()
    await expectFine('mails-waiting')
  })

  test('problems are shown with what to do, and a failed job is tried again', async () => {
    await go(words.health)
    // The menu counts the problems, wherever one is.
    await page.locator('.side li', { hasText: words.health }).locator('.badge').waitFor({ state: 'attached' })
    await page.getByText(words.mailsFail).waitFor()
    await page.getByText(words.jobsFail).waitFor()
    await page.getByRole('cell', { name: 'the disk was full' }).waitFor()
    await expectFine('health-problems')
    await page.getByRole('button', { name: words.retry }).click()
    const dialog = page.getByRole('dialog').last()
    await press(page, dialog.getByRole('button', { name: words.retry }))
    await page.getByText(words.noFailed).waitFor()
    await page.getByText(words.jobsFail).waitFor({ state: 'detached' })
    await expectFine('health')
  })

  test('no page complained on the way', () => expect(seen.complaints).toEqual([]))
})

test.each(lookers)('the pages of the system, $size, $language', async (looking) => {
  const app = await testAppForThis()
  await giveUpJob(app)
  const seen = await visit(browser, app.url, looking)
  onTestFinished(() => seen.end())
  await signIn(seen.page, app, looking)
  expect(await seen.look('admin-settings')).toEqual([])
  for (const name of ['mails', 'health'] as const) {
    await seen.page.goto(`/admin/${name}`)
    await seen.page.getByRole('heading', { level: 1, name: wordsOf(looking)[name] }).waitFor()
    expect(await seen.look(`admin-${name}`)).toEqual([])
  }
  expect(seen.complaints).toEqual([])
})

async function signIn(page: Page, { ownerPassword }: TestApp, looking: Looking): Promise<void> {
  const words = wordsOf(looking)
  await page.goto('/admin/settings')
  await page.getByLabel(words.username).fill('owner')
  await page.getByLabel(words.password, { exact: true }).fill(ownerPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: words.settings }).waitFor()
}

/** A run that was given up, as the queue leaves it; it is counted within ten seconds. */
async function giveUpJob({ services }: TestApp): Promise<void> {
  const sql = `insert into pgboss.job (name, state, completed_on, output, retry_count, retry_limit, policy)
    values ('leases.expire', 'failed', now(), '{"message":"the disk was full"}', 1, 1, 'standard')`
  await services.db.query(sql, [])
}
