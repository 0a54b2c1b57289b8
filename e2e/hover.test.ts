import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { call, ownerCookie } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { openBrowser, visit } from './browser.ts'
import { contrastViolations } from './violations.ts'

let app: TestApp
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  app = await testApp()
  app.clock.set(new Date())
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

test.each(['light', 'dark'] as const)('what the pointer is on keeps its contrast: %s', async (scheme) => {
  const cookie = await ownerCookie(app)
  await call(app, 'POST /api/admin/users', { cookie, body: { username: `hovered-${scheme}`, days: 2 } })
  const { page, rest, end } = await visit(browser, app.url, { size: 'desk', language: 'en' })
  onTestFinished(end)
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.goto('/admin')
  await page.getByLabel('Username').fill('owner')
  await page.getByLabel('Password', { exact: true }).fill(app.ownerPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  const expectContrast = async (within: string) => {
    const targets = await page.locator(`${within} :is(a, button, th, input)`).filter({ visible: true }).all()
    expect(targets.length).toBeGreaterThan(3)
    for (const target of targets) {
      await target.hover({ force: true })
      await rest()
      expect.soft(await contrastViolations(page), await target.innerText()).toEqual([])
    }
  }
  await page.goto('/admin/users')
  await page.getByText(`hovered-${scheme}`).waitFor()
  await expectContrast('main')
  await page.goto('/admin/staff')
  await page.getByRole('button', { name: 'Add staff' }).click()
  await page.getByRole('dialog').getByLabel('Password').fill('a long password')
  await page.getByRole('dialog').getByLabel('Username').fill('x')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('2 to 32 letters').waitFor()
  await expectContrast('[role=dialog]')
})
