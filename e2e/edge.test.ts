import { expect, test } from 'vitest'
import { testEdge } from '../tools/edge/testing.ts'
import { statusStory } from './status-story.ts'

const brand = { BRAND_ZH: '小店 <b>', BRAND_EN: 'Shop & Co', CONTACT: 'QQ 10001' }

statusStory(
  'edge',
  () => testEdge({ LIMITS: 'off', ...brand }),
  [
    { size: 'desk', language: 'zh' },
    { size: 'phone', language: 'en' },
  ],
  ({ page, words, go, expectFine }) => {
    test('the log shows who replaced a link', async () => {
      await go(words.audit)
      const reset = page().getByRole('row').filter({ hasText: words.linkReset }).first()
      await reset.locator('.ant-table-row-expand-icon').click()
      expect(await page().getByText('link_sha256').count()).toBe(2)
      await expectFine('audit')
    })

    test('the pages say who sells', async () => {
      const shop = words.language === 'zh' ? brand.BRAND_ZH : brand.BRAND_EN
      expect(await page().title()).toContain(shop)
      const wrong = await page().context().newPage()
      await wrong.goto(`/status/wrong?lang=${words.language}`)
      expect(await wrong.locator('header').textContent()).toContain(shop)
      expect(await wrong.locator('footer').textContent()).toBe(brand.CONTACT)
      await wrong.close()
    })

    test('the menus lead to what this edition has, and nowhere else', async () => {
      await page().goto('/admin')
      await page().getByRole('heading', { level: 1, name: words.today }).waitFor()
      const menu = page().getByRole('button', { name: words.menu })
      if (await menu.isVisible()) await menu.click()
      const links = page().getByRole('navigation').getByRole('link')
      expect(await links.allTextContents()).toEqual([words.today, words.users, words.records, words.audit])
      await page().keyboard.press('Escape')
      for (const at of [
        'accounts',
        `accounts/${crypto.randomUUID()}`,
        'codes',
        'logs/logins',
        'health',
        'settings',
        'staff',
        'profile',
      ]) {
        await page().goto(`/admin/${at}`)
        await page().getByRole('heading', { level: 1, name: words.missing }).waitFor()
      }
      await expectFine('missing')
      await page().getByRole('button', { name: 'operator' }).click()
      await page().getByRole('menuitem', { name: words.signOut }).waitFor()
      expect(await page().getByRole('menuitem', { name: words.profile }).count()).toBe(0)
      await page().getByRole('menuitem', { name: words.signOut }).click()
      await page().getByLabel(words.password, { exact: true }).waitFor()
    })
  },
)
