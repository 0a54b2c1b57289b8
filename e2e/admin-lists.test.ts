import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { call, cookieOf, issueCodes, ownerCookie, signedIn } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { openBrowser, press, visit, type Looking, type Visit } from './browser.ts'
import { seriousViolations } from './violations.ts'

const zh = {
  username: '名称',
  registered: '注册时间',
  used: '使用时间',
  issued: '发行时间',
  when: '时间',
  export: '导出 CSV',
  signedIn: '员工登录',
}
const en: typeof zh = {
  username: 'Name',
  registered: 'Registered',
  used: 'Used',
  issued: 'Issued',
  when: 'When',
  export: 'Export CSV',
  signedIn: 'Staff signed in',
}

const readers: Looking[] = [
  { size: 'desk', language: 'zh' },
  { size: 'phone', language: 'en' },
]
const roles = ['owner', 'admin', 'finance', 'support', 'auditor'] as const
const password = 'a long password'

let app: TestApp
let browser: Browser
let owner: string
beforeAll(async () => {
  ;[app, browser] = await Promise.all([testApp(), openBrowser()])
  app.clock.set(new Date())
  owner = await ownerCookie(app)
  const [code = ''] = await issueCodes(app, owner, { count: 3 })
  for (const name of ['bert', 'anna', 'carl']) {
    app.clock.advance(60_000)
    const { token } = await signedIn(app, name)
    if (name === 'bert') await call(app, 'POST /api/recharge', { token, body: { card_code: code } })
  }
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

/** Somebody who is signed in already. */
async function visitAs(cookie: string, looking: Looking): Promise<Visit> {
  const seen = await visit(browser, app.url, looking)
  const cookies = cookie.split('; ').map((pair) => pair.split('='))
  await seen.page
    .context()
    .addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: app.url })))
  return seen
}

const heading = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })
const names = (page: Page) => page.locator('tbody tr[data-row-key] td:first-child').allInnerTexts()

describe.each(readers)('lists, $size, $language', (looking) => {
  const words = looking.language === 'zh' ? zh : en
  let seen: Visit
  let page: Page
  beforeAll(async () => {
    seen = await visitAs(owner, looking)
    page = seen.page
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('lists-failed')
  })
  afterAll(() => seen.end())

  const expectFine = async (name: string) => {
    await page.waitForTimeout(300)
    await seen.picture(`lists-${name}`)
    expect(await seriousViolations(page)).toEqual([])
  }
  const firstRow = () => page.locator('tbody tr[data-row-key]').first()
  /** Sorts by a column with the keyboard. */
  const sortBy = async (name: string) => {
    await firstRow().waitFor()
    await heading(page, name).press('Enter')
  }
  const expectSorted = async (name: string, way: 'ascending' | 'descending', first: string) => {
    await page.locator(`th[aria-sort="${way}"]`).getByText(name, { exact: true }).waitFor()
    await firstRow().getByText(first).waitFor()
  }

  test('a list is sorted by its heads, and stays so when the page is loaded again', async () => {
    await page.goto('/admin/accounts')
    await expectSorted(words.registered, 'descending', 'carl')
    await sortBy(words.username)
    await expectSorted(words.username, 'ascending', 'anna')
    expect(new URL(page.url()).searchParams.get('sort')).toBe('username')
    await sortBy(words.username)
    await expectSorted(words.username, 'descending', 'carl')
    await page.reload()
    await expectSorted(words.username, 'descending', 'carl')
    await expectFine('accounts')
  })

  test('what is on the screen is exported as a file, in its order', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.export }).click(),
    ])
    expect(download.suggestedFilename()).toBe('accounts.csv')
    const [header, ...lines] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
    // In the reader's language.
    expect(['用户名', 'Username']).toContain(header?.split(',')[1])
    expect(lines.map((line) => line.split(',')[1])).toEqual(await names(page))
  })

  test('codes are sorted by their use when all are used', async () => {
    await page.goto('/admin/codes')
    await heading(page, words.used).waitFor()
    expect(await heading(page, words.used).getAttribute('tabindex')).toBeNull()
    // A sort that isn't allowed here, as after a filter was removed, falls back to the default.
    await page.goto('/admin/codes?sort=used_at')
    await expectSorted(words.issued, 'descending', '…')
    await page.goto('/admin/codes?status=used')
    await sortBy(words.used)
    await expectSorted(words.used, 'ascending', 'bert')
    await expectFine('codes')
  })

  test('the audit log is read from its beginning, and by who did it', async () => {
    await page.goto('/admin/logs/audit?actor=owner')
    await sortBy(words.when)
    await expectSorted(words.when, 'ascending', words.signedIn)
    await expectFine('audit')
    expect(seen.complaints).toEqual([])
  })
})

test('a file that a proxy refuses with a page of its own is no crash of the console', async () => {
  const { page } = await visitAs(owner, { size: 'desk', language: 'en' })
  onTestFinished(() => page.context().close())
  await page.route('**/api/admin/accounts/export?*', (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<html>' }),
  )
  await page.goto(`${app.url}/admin/accounts`)
  await page.getByRole('button', { name: en.export }).click()
  await page.getByText('Something went wrong').waitFor()
  expect(await page.locator('body').innerText()).not.toContain('This page crashed')
})

test('sessions end all at once, devices are allowed, and many codes are seen being issued and fit on paper', async () => {
  const { page, complaints, picture, end } = await visitAs(owner, { size: 'desk', language: 'en' })
  onTestFinished(() => end())
  await page.goto('/admin/accounts?query=anna')
  await page.getByRole('link', { name: 'anna' }).click()
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }))
  await page.getByText('1 session ended').waitFor()
  await page.getByText(/^No devices online/).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await page.goto('/admin/software')
  await page.getByRole('button', { name: 'Change device limit' }).click()
  await page.getByRole('dialog').getByLabel('Devices online at the same time').fill('3')
  await page.keyboard.press('Enter')
  await page.getByText('up to 3 devices').waitFor()
  await picture('lists-devices')

  await page.goto('/admin/batches')
  await issue(page, '60000')
  await page.getByText(/ of 60,000 created$/).waitFor()
  await page.getByText('60000 codes issued').waitFor({ timeout: 60_000 })
  await press(page, page.getByRole('dialog').last().getByRole('button', { name: 'Close' }).last())
  await issue(page, '60')
  await page.getByText('60 codes issued').waitFor()
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(3)
  expect(complaints).toEqual([])
})

async function issue(page: Page, count: string) {
  await page.getByRole('button', { name: 'Issue codes' }).first().click()
  await page.getByRole('dialog').last().getByLabel('Count').fill(count)
  await page.keyboard.press('Enter')
}

test('the first view of the console loads less than 300 kB of script, gzipped', async () => {
  const { page, end } = await visitAs(owner, { size: 'phone', language: 'zh' })
  onTestFinished(() => end())
  await page.goto('/admin/', { waitUntil: 'networkidle' })
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const scripts = await Promise.all(
    urls.filter((url) => url.endsWith('.js')).map(async (url) => (await fetch(url)).bytes()),
  )
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThan(300_000)
})

test.each(roles)('each page in the menu of the role %s is one that it may read', async (role) => {
  const body = { username: `the-${role}`, password, role }
  await call(app, 'POST /api/admin/staff', { cookie: owner, body })
  const cookie = cookieOf(
    await call(app, 'POST /api/admin/login', { body: { username: body.username, password } }),
  )
  const { page, complaints, end } = await visitAs(cookie, { size: 'desk', language: 'en' })
  onTestFinished(() => end())
  const refused: string[] = []
  let underWay = 0
  let lastAt = Date.now()
  const count = (change: number) => () => {
    underWay += change
    lastAt = Date.now()
  }
  page.on('request', count(1))
  page.on('requestfinished', count(-1))
  page.on('requestfailed', count(-1))
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`)
  })
  await page.goto('/admin')
  const menu = page.getByRole('navigation').getByRole('link')
  await menu.first().waitFor()
  const settled = async () => {
    await page.waitForTimeout(100)
    // The end of a preloaded script isn't always reported.
    await vi.waitUntil(() => Date.now() - lastAt > (underWay === 0 ? 0 : 2_000), { timeout: 20_000 })
  }
  for (const name of await menu.allInnerTexts()) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await settled()
  }
  await page.goto('/admin/accounts')
  await page.getByRole('link', { name: 'anna' }).click()
  await page.getByRole('heading', { level: 1, name: 'anna' }).waitFor()
  await settled()
  expect({ role, refused, complaints }).toEqual({ role, refused: [], complaints: [] })
})
