import { expect, onTestFinished, test } from 'vitest'
import { createStaff } from '../apps/server/src/modules/people/staff/index.ts'
import { call, ownerCookie } from '../apps/server/test/calls.ts'
import { staffActor, testApp, testAppForThis } from '../apps/server/test/harness.ts'
import { openBrowser, visit } from './browser.ts'
import { statusStory } from './status-story.ts'

async function server() {
  const { url, clock, ownerPassword, stop } = await testApp()
  clock.set(new Date())
  return { url, operator: { username: 'owner', password: ownerPassword }, close: stop }
}

statusStory('server', server, [
  { size: 'desk', language: 'zh' },
  { size: 'desk', language: 'en', isSeenByOthers: true },
  { size: 'phone', language: 'zh', isSeenByOthers: true },
  { size: 'phone', language: 'en' },
])

test('finance sees the users and their records, and no way to change them', async () => {
  const [app, browser] = await Promise.all([testAppForThis(), openBrowser()])
  onTestFinished(() => browser.close())
  app.clock.set(new Date())
  const password = 'a long password'
  await createStaff(app.command(staffActor('owner')), { username: 'reader', password, role: 'finance' })
  const cookie = await ownerCookie(app)
  await call(app, 'POST /api/admin/users', { cookie, body: { username: '李小明', days: 2 } })
  const { page } = await visit(browser, app.url, { size: 'desk', language: 'en' })
  await page.goto('/admin/users')
  await page.getByLabel('Username').fill('reader')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: '李小明' })
  await row.waitFor()
  expect(await row.getByRole('button').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'New user' }).count()).toBe(0)
  await row.getByRole('link', { name: 'Records' }).click()
  await page.getByRole('cell', { name: '+2' }).waitFor()
  // What the role may not see is no page to it, wherever its address came from.
  for (const at of ['/admin/settings', '/admin/staff', '/admin/online', '/admin/logs/audit']) {
    await page.goto(at)
    await page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor()
  }
  expect(await page.title()).toContain('No such page')
  await page.goto('/admin/accounts')
  await page.getByRole('link', { name: '李小明' }).click()
  await page.getByRole('heading', { level: 1, name: '李小明' }).waitFor()
})
