import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const zh = {
  language: 'zh', username: '用户名', password: '密码', today: '今天', users: '用户', records: '用户充值记录', menu: '菜单', signOut: '退出登录', profile: '我的资料', audit: '审计日志',
  create: '新建用户', recharge: /^充 ?值$/, link: '状态链接', make: /^生 ?成$/, copy: /^复 ?制$/, close: /^关 ?闭$/, user: '用户', export: '导出 CSV', days: /^天数$/, count: '共 2 条', expires: '到期时间', when: '时间', missing: '没有这个页面',
  left: (days: number) => `剩余 ${days} 天`,
} // prettier-ignore
const en: typeof zh = {
  language: 'en', username: 'User name', password: 'Password', today: 'Today', users: 'Status users', records: 'User recharges', menu: 'Menu', signOut: 'Sign out', profile: 'My profile', audit: 'Audit log',
  create: 'New user', recharge: /^Recharge$/, link: 'Status link', make: /^Make it$/, copy: /^Copy$/, close: /^Close$/, user: 'User', export: 'Export CSV', days: /^Days$/, count: '2 in all', expires: 'Expires', when: 'When', missing: 'No such page',
  left: (days: number) => `${days} days left`,
} // prettier-ignore

/** One running edition, as somebody with a browser meets it. */
export interface Edition {
  readonly url: string
  readonly operator: { readonly username: string; readonly password: string }
  close(): Promise<void>
}

/** What an edition's own tests go on with, in the same window. */
interface Story {
  readonly page: () => Page
  readonly words: typeof zh
  /** To a page of the menu, by its name. */
  go(to: string): Promise<void>
  /** Keeps a picture, and lets axe look. */
  expectFine(picture: string): Promise<void>
}

/** An operator's day with the Status users, in a browser; both editions serve the same pages. */
export function statusStory(
  name: string,
  open: () => Promise<Edition>,
  readers: readonly Looking[],
  more?: (story: Story) => void,
): void {
  describe(`the Status users, ${name}`, () => {
    let edition: Edition
    let browser: Browser
    beforeAll(async () => {
      ;[edition, browser] = await Promise.all([open(), openBrowser()])
    }, 180_000)
    afterAll(async () => {
      await browser.close()
      await edition.close()
    })

    describe.each(readers)('$size, $language', (looking) => {
      const words = looking.language === 'zh' ? zh : en
      const username = `李小明-${looking.size}-${looking.language}`
      let seen: Visit
      let page: Page
      beforeAll(async () => {
        seen = await visit(browser, edition.url, looking)
        page = seen.page
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      })
      afterEach(async ({ task }) => {
        if (task.result?.state === 'fail') await seen.picture(`${name}-failed`)
      })
      afterAll(() => seen.end())

      const dialog = () => page.getByRole('dialog').last()
      const shownLink = () => page.getByRole('textbox', { name: words.link }).inputValue()
      const statusOf = async (link: string) => (await fetch(link.replace('/status/', '/api/status/'))).status
      const expectFocus = async (on: RegExp) => {
        await expect.poll(() => focused(page), patience).toMatch(on)
      }
      const expectFine = async (picture: string) => {
        expect.soft(await seen.look(`${name}-${picture}`)).toEqual([])
      }
      const go = async (to: string) => {
        if (looking.size === 'phone') await page.getByRole('button', { name: words.menu }).click()
        await page.getByRole('navigation').getByRole('link', { name: to, exact: true }).click()
        await page.getByRole('heading', { level: 1, name: to, exact: true }).waitFor()
        // While the menu goes away it gives the focus back.
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
      }

      test('an operator signs in and sees the day', async () => {
        await page.goto('/admin')
        await page.getByLabel(words.username).fill(edition.operator.username)
        await page.getByLabel(words.password, { exact: true }).fill(edition.operator.password)
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { level: 1, name: words.today }).waitFor()
        await expectFine('today')
        expect(new URL(page.url()).pathname).toBe('/admin/today')
      })

      test('a user is made; the link is shown once, and its page reads without a script', async () => {
        await go(words.users)
        await page.getByRole('button', { name: words.create }).click()
        await dialog().getByLabel(words.username).fill(username)
        await expectFine('new-user')
        const creates = page.waitForRequest((asked) => asked.method() === 'POST')
        await page.keyboard.press('Enter')
        expect((await creates).headers()['idempotency-key']).toMatch(/^[\x21-\x7e]{8,200}$/)
        const link = await shownLink()
        await expectFine('link')
        await seen.press(dialog().getByRole('button', { name: words.close }).last())
        await page.getByRole('textbox', { name: words.link }).waitFor({ state: 'detached' })
        expect(await page.content()).not.toContain(link)
        await page.getByText(words.left(30)).first().waitFor()
        await expectFine('users')
        const plain = await browser.newContext({ javaScriptEnabled: false })
        const reader = await plain.newPage()
        await reader.goto(`${link}?lang=${looking.language}`)
        expect(await reader.locator('h1').textContent()).toBe(username)
        expect(await reader.locator('.number').textContent()).toBe('30')
        await plain.close()
      })

      test('a user is found, given 30 days, and the new link copied within 15 s, by the keyboard alone', async () => {
        const began = Date.now()
        await page.keyboard.press('/')
        await page.keyboard.type(username)
        await page.keyboard.press('Enter')
        await expectFocus(words.recharge)
        await page.keyboard.press('Enter')
        await expectFocus(words.days)
        await page.keyboard.press('Enter')
        await page.getByText(words.left(60)).waitFor()
        await expectFocus(words.recharge)
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await expectFocus(words.make)
        await page.keyboard.press('Enter')
        await expectFocus(words.copy)
        await page.keyboard.press('Enter')
        const link = await shownLink()
        await expect.poll(() => page.evaluate('navigator.clipboard.readText()'), patience).toBe(link)
        expect(Date.now() - began).toBeLessThan(15_000)
        expect(await statusOf(link)).toBe(200)
        await page.keyboard.press('Escape')
        expect(new URL(page.url()).searchParams.get('query')).toBe(username)
      })

      test('a new link kills the old one, on its page and in the API', async () => {
        const make = async () => {
          await page.getByRole('button', { name: words.link }).click()
          await seen.press(dialog().getByRole('button', { name: words.make }))
          const link = await shownLink()
          await seen.press(dialog().getByRole('button', { name: words.close }).last())
          await page.getByRole('textbox', { name: words.link }).waitFor({ state: 'detached' })
          return link
        }
        const [first, second] = [await make(), await make()]
        expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200])
        expect((await fetch(first)).status).toBe(404)
        expect((await fetch(second)).status).toBe(200)
      })

      test('users are sorted by their heads, stay so when the page is loaded again, and are saved so', async () => {
        const ask = async (at: string, data: object) => {
          const answer = await page.request.post(`/api/admin/users${at}`, { data })
          expect(answer.status()).toBe(200)
          return ((await answer.json()) as { data: { user: { id: string } } }).data
        }
        // One whose time is over, and one who never had any.
        const { user } = await ask('', { username: `over-${username}`, days: 1 })
        await ask(`/${user.id}/recharge`, { change_days: -1 })
        await ask('', { username: `never-${username}` })
        await page.goto('/admin/users')
        const rows = page.locator('tbody tr[data-row-key]')
        const expectSorted = async (name: string, way: 'ascending' | 'descending') => {
          await page.locator(`th[aria-sort="${way}"]`).getByText(name, { exact: true }).waitFor()
          await seen.rest()
        }
        const head = (name: string) => page.getByRole('columnheader', { name, exact: true })
        await rows.first().waitFor()
        await head(words.expires).press('Enter')
        await expectSorted(words.expires, 'ascending')
        await head(words.username).press('Enter')
        await expectSorted(words.username, 'ascending')
        await head(words.username).press('Enter')
        await expectSorted(words.username, 'descending')
        await page.reload()
        await expectSorted(words.username, 'descending')
        expect(new URL(page.url()).searchParams.get('sort')).toBe('-username')
        await expectFine('users-sorted')
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: words.export }).click(),
        ])
        expect(file.suggestedFilename()).toBe('users.csv')
        const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
        const names = await rows.locator('td:first-child').allInnerTexts()
        expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(names)
      })

      test('the records of a user are found by name, and saved as a file', async () => {
        await go(words.records)
        await page.getByRole('combobox', { name: words.user, exact: true }).fill(username)
        await page.locator('.ant-select-item-option', { hasText: username }).click()
        await page.getByText(words.count).waitFor()
        await expectFine('records')
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: words.export }).click(),
        ])
        expect(file.suggestedFilename()).toBe('recharge-records.csv')
        const text = await readFile(await file.path(), 'utf8')
        expect(text.trim().split('\r\n')).toHaveLength(3)
        expect(text).toContain(`,${username}\r\n`)
      })

      test('records are sorted by time either way, and lead to their user', async () => {
        const ends = () => page.locator('tbody tr[data-row-key] td:nth-child(5)').allInnerTexts()
        const usual = await ends()
        expect(new Set(usual).size).toBe(2)
        await page.getByRole('columnheader', { name: words.when, exact: true }).press('Enter')
        await page.locator('th[aria-sort="ascending"]').getByText(words.when, { exact: true }).waitFor()
        await seen.rest()
        expect(await ends()).toEqual(usual.toReversed())
        await page.getByRole('link', { name: username }).first().click()
        await page.getByRole('heading', { level: 1, name: words.users, exact: true }).waitFor()
        await page.getByText(words.left(60)).waitFor()
        expect(await page.locator('tbody tr[data-row-key]').count()).toBe(1)
      })

      more?.({ page: () => page, words, go, expectFine })

      test('no page complained on the way', () => expect(seen.complaints).toEqual([]))
    })
  })
}

// A busy machine draws late.
const patience = { timeout: 10_000 }

/** What has the focus: a field by its label, a button by its text. */
const focused = (page: Page) =>
  page.evaluate<string>(
    'document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? ""',
  )
