import { expect, onTestFinished, test } from 'vitest'
import { createStaff } from '../apps/server/src/modules/people/staff/index.ts'
import { signedIn } from '../apps/server/test/calls.ts'
import { staffActor, testAppForThis } from '../apps/server/test/harness.ts'
import { adminStory } from './admin-story.ts'
import { openBrowser, visit } from './browser.ts'

const password = 'a long password'

adminStory([
  { size: 'desk', language: 'zh' },
  { size: 'desk', language: 'en', isSeenByOthers: true },
])

test('an auditor sees every list and no way to change one', async () => {
  const [app, browser] = await Promise.all([testAppForThis(), openBrowser()])
  onTestFinished(() => browser.close())
  app.clock.set(new Date())
  await createStaff(app.command(staffActor('owner')), { username: 'reader', password, role: 'auditor' })
  await signedIn(app, '王小明')
  const { page } = await visit(browser, app.url, { size: 'desk', language: 'en' })
  await page.goto('/admin/accounts')
  await page.getByLabel('Username').fill('reader')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '王小明' }).click()
  await page.getByText('No time left').waitFor()
  expect(
    await page
      .locator('main')
      .getByRole('button', { name: /add days|disable|link|password/i })
      .count(),
  ).toBe(0)
  await page.getByRole('link', { name: 'Staff', exact: true }).click()
  await page.getByRole('cell', { name: 'reader' }).waitFor()
  const buttons = await page.locator('main').getByRole('button').allInnerTexts()
  expect(buttons.filter((name) => name && name !== 'Export CSV')).toEqual([])
})
