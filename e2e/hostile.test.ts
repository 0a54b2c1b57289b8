import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths as portalPaths } from '../apps/portal/src/paths.ts'
import { call, issueCodes, ownerCookie, signedIn, type Loose } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { openBrowser, visit, type Visit } from './browser.ts'

// Security class 10: script that somebody put into any field is a text on every page, to staff and to customers.

const short = '<img src=x onerror=ran=1>'
const hostile = `${short}</script><script>ran=1</script>{{ran=1}}`
const account = '王小明'

let app: TestApp
let browser: Browser
let cookie: string
let statusPath: string
let accountId: string
beforeAll(async () => {
  app = await testApp()
  app.clock.set(new Date())
  browser = await openBrowser()
  cookie = await ownerCookie(app)
  await fillEveryField()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

async function asOwner(at: string, body: object): Promise<Loose> {
  const { status, data } = await call(app, at, { cookie, body, headers: { 'user-agent': hostile } })
  if (status !== 200) throw new Error(`${at} answered ${status}`)
  return data
}

/** Everything that anybody may type, and that some page shows. */
async function fillEveryField(): Promise<void> {
  const headers = { 'user-agent': hostile }
  const names = { name_zh: short, name_en: short, contact: short }
  await asOwner('PATCH /api/admin/settings', { brand: names })
  await asOwner('POST /api/admin/software', { name: hostile, required_vip_level: 0 })
  await asOwner('POST /api/admin/code-batches', { level: 1, days: 30, count: 3, note: hostile })
  const made = await asOwner('POST /api/admin/users', { username: '李四', days: 30, note: hostile })
  statusPath = `/status/${made.token}`
  const change = { change_days: 5, reason: hostile, internal_note: hostile }
  await asOwner(`POST /api/admin/users/${made.user.id}/recharge`, change)
  accountId = (await signedIn(app, account, hostile)).user.id
  const body = { username: account, password: 'a long password' }
  const device = { hardware_code: hostile, software_version: hostile }
  const { token } = (await call(app, 'POST /api/auth/login', { headers, body: { ...body, ...device } })).data
  await call(app, 'PATCH /api/users/me', { token, headers, body: { display_name: hostile } })
  const [card_code] = await issueCodes(app, cookie)
  await call(app, 'POST /api/recharge', { token, headers, body: { card_code } })
  await asOwner(`POST /api/admin/accounts/${accountId}/grant`, { ...change, level: 1 })
  // What was refused is in the logs too.
  await call(app, 'POST /api/auth/login', { headers, body: { ...body, ...device, username: hostile } })
  await call(app, 'POST /api/auth/register', { headers, body: { ...body, username: account } })
}

/** Opens a page and whatever in it opens; nothing of what was typed may have run, or become an element. */
async function expectHarmless({ page, rest }: Visit, path: string): Promise<void> {
  const answer = await page.goto(path)
  await rest()
  for (const more of await page.locator('.ant-table-row-expand-icon').all()) await more.click()
  await rest()
  const policy = answer?.headers()['content-security-policy'] ?? ''
  const scripts = policy.split(';').find((rule) => rule.trim().startsWith('script-src'))
  expect(scripts?.trim(), path).toBe("script-src 'self'")
  expect(await page.evaluate('typeof ran'), path).toBe('undefined')
  expect(await page.locator('img[src="x"], body script:not([src]):not([type])').count(), path).toBe(0)
}

const seen = async (page: Page) => (await page.locator('body').innerText()).includes('onerror=ran=1')

/** Every page of the owner's menu, and those that others link to. */
async function consolePaths(page: Page): Promise<string[]> {
  await page.goto('/admin')
  const links = page.getByRole('navigation').getByRole('link')
  await links.first().waitFor()
  const menu = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const filters = [
    ...['users?query', 'recharge-records?user_id', 'logs/logins?account_id'],
    ...['logs/recharges?account_id', 'logs/audit?subject_id', 'codes?batch_id'],
  ]
  const linked = [`accounts/${accountId}`, 'profile', ...filters.map((filter) => `${filter}=${accountId}`)]
  return [...menu, ...linked.map((path) => `/admin/${path}`)]
}

test('the console shows script as text on every page', async () => {
  const visited = await visit(browser, app.url, { size: 'desk', language: 'zh' })
  const cookies = cookie.split('; ').map((pair) => pair.split('='))
  await visited.page
    .context()
    .addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: app.url })))
  const showing: string[] = []
  for (const path of await consolePaths(visited.page)) {
    await expectHarmless(visited, path)
    if (await seen(visited.page)) showing.push(path)
  }
  // Else nothing was looked at.
  for (const page of ['/accounts', '/codes', '/software', '/online', '/logs/logins', '/logs/audit'])
    expect(showing.join()).toContain(page)
  expect(visited.complaints).toEqual([])
  await visited.end()
})

test('the portal shows script as text on every page, before and behind the door', async () => {
  const visited = await visit(browser, app.url, { size: 'phone', language: 'zh' })
  for (const path of Object.values(portalPaths)) await expectHarmless(visited, path)
  await visited.page.goto(portalPaths.lease)
  await visited.page.getByLabel('用户名').fill(account)
  await visited.page.getByLabel('密码').fill('a long password')
  await visited.page.keyboard.press('Enter')
  await visited.page.getByRole('navigation').waitFor()
  for (const path of [...Object.values(portalPaths), '/nowhere']) {
    await expectHarmless(visited, path)
    expect(await seen(visited.page), path).toBe(true)
  }
  expect(visited.complaints).toEqual([])
  await visited.end()
})

test('the page of a link shows script as text, in either language, with its data inside the page', async () => {
  const visited = await visit(browser, app.url, { size: 'phone', language: 'zh' })
  for (const path of [statusPath, `${statusPath}?lang=en`]) {
    await expectHarmless(visited, path)
    expect(await seen(visited.page), path).toBe(true)
  }
  expect(visited.complaints).toEqual([])
  await visited.end()
})
