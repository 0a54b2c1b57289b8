import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const zh = {
  language: 'zh', username: '用户名', password: '密码', today: '今日概览', users: '状态页用户', records: '用户充值记录', menu: '菜单', signOut: '退出登录', profile: '我的资料', audit: '审计日志', linkReset: '重置状态链接',
  create: '新建用户', recharge: /^充 ?值$/, link: '状态链接', name: '名称', edit: /^编 ?辑$/, save: /^保 ?存$/, note: '备注（用户不可见）', sameName: '已有同名用户', replaceAsk: '换成新链接…', replace: '换成新链接', cancel: /^取 ?消$/, kept: '有', filter: '状态', within: '3 天内到期', copy: /^复 ?制$/, close: /^关 ?闭$/, user: '用户', export: '导出 CSV', days: /^天数$/, count: '共 2 条', expires: '到期时间', when: '时间', missing: '没有这个页面',
  left: (days: number) => `剩余 ${days} 天`,
} // prettier-ignore
const en: typeof zh = {
  language: 'en', username: 'Username', password: 'Password', today: 'Today', users: 'Status users', records: 'User recharges', menu: 'Menu', signOut: 'Sign out', profile: 'My profile', audit: 'Audit log', linkReset: 'Status link reset',
  create: 'New user', recharge: /^Recharge$/, link: 'Status link', name: 'Name', edit: /^Edit$/, save: /^Save$/, note: 'Private note', sameName: 'This name is already in use', replaceAsk: 'Replace link…', replace: 'Replace link', cancel: /^Cancel$/, kept: 'Yes', filter: 'Status', within: 'Expiring within 3 days', copy: /^Copy$/, close: /^Close$/, user: 'User', export: 'Export CSV', days: /^Days$/, count: '2 total', expires: 'Expires', when: 'When', missing: 'No such page',
  left: (days: number) => `${days} days left`,
} // prettier-ignore

/** One running edition, as somebody with a browser meets it. */
export interface Edition {
  readonly url: string
  readonly operator: { readonly username: string; readonly password: string }
  close(): Promise<void>
}

/** What an edition's own tests continue with, in the same window. */
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
      const username = `李小明（${looking.size} ${looking.language}）`
      let seen: Visit
      let page: Page
      let madeLink = ''
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

      test('a user is made; the link is shown, and its page reads without a script', async () => {
        await go(words.users)
        await page.getByRole('button', { name: words.create }).click()
        await dialog().getByLabel(words.name).fill(username)
        await expectFine('new-user')
        const creates = page.waitForRequest((asked) => asked.method() === 'POST')
        await page.keyboard.press('Enter')
        expect((await creates).headers()['idempotency-key']).toMatch(/^[\x21-\x7e]{8,200}$/)
        const link = await shownLink()
        madeLink = link
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

      test('a user is found, given 30 days, and the link copied within 15 s, by the keyboard alone', async () => {
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
        await expectFocus(words.copy)
        await page.keyboard.press('Enter')
        const link = await shownLink()
        await expect.poll(() => page.evaluate('navigator.clipboard.readText()'), patience).toBe(link)
        expect(Date.now() - began).toBeLessThan(15_000)
        expect(link).toBe(madeLink)
        expect(await statusOf(link)).toBe(200)
        await page.keyboard.press('Escape')
        expect(new URL(page.url()).searchParams.get('query')).toBe(username)
      })

      test('a link is replaced in a second step, which says what ends, and never by the focused button', async () => {
        await page.getByRole('button', { name: words.link }).click()
        expect(await shownLink()).toBe(madeLink)
        await dialog().getByRole('button', { name: words.replaceAsk }).click()
        await expectFocus(words.cancel)
        await expectFine('link-replace')
        await page.keyboard.press('Enter')
        expect(await shownLink()).toBe(madeLink)
        expect(await statusOf(madeLink)).toBe(200)
        await dialog().getByRole('button', { name: words.replaceAsk }).click()
        await dialog().getByRole('button', { name: words.replace, exact: true }).click()
        await expectFocus(words.copy)
        const link = await shownLink()
        await seen.press(dialog().getByRole('button', { name: words.close }).last())
        await page.getByRole('textbox', { name: words.link }).waitFor({ state: 'detached' })
        expect([await statusOf(madeLink), await statusOf(link)]).toEqual([404, 200])
        expect((await fetch(madeLink)).status).toBe(404)
        expect((await fetch(link)).status).toBe(200)
        await page.getByRole('cell', { name: words.kept, exact: true }).waitFor()
      })

      test('name and note are edited in place, and the note is searched; a name may be there twice', async () => {
        const note = `旧微信-${looking.size}-${looking.language}`
        await page.getByRole('button', { name: words.edit }).click()
        await dialog().getByLabel(words.note).fill(note)
        await expectFine('edit-user')
        await dialog().getByRole('button', { name: words.save }).click()
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
        const search = page.locator('#search')
        await search.fill(note.slice(1, 8))
        await search.press('Enter')
        await page.getByText(note).first().waitFor()
        await seen.rest()
        await page.getByRole('button', { name: words.create }).click()
        await dialog().getByLabel(words.name).fill(username)
        await dialog().getByRole('status').getByText(words.sameName).waitFor()
        expect(await dialog().getByRole('status').textContent()).toContain(note)
        await expectFine('same-name')
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
      })

      test('a tile of today leads to the users that it counts', async () => {
        const make = { username: `soon-${username}`, days: 2 }
        expect((await page.request.post('/api/admin/users', { data: make })).status()).toBe(200)
        await go(words.today)
        await page.getByRole('link', { name: words.within }).click()
        await page.getByRole('heading', { level: 1, name: words.users, exact: true }).waitFor()
        await page.getByText(make.username).waitFor()
        expect(new URL(page.url()).searchParams.get('state')).toBe('within_3d')
        expect(await page.getByText(username, { exact: true }).count()).toBe(0)
        await expectFine('users-within')
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
        await head(words.name).press('Enter')
        await expectSorted(words.name, 'ascending')
        await head(words.name).press('Enter')
        await expectSorted(words.name, 'descending')
        await page.reload()
        await expectSorted(words.name, 'descending')
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
        await page.locator('.ant-select-item-option', { hasText: new RegExp(`^${username}`) }).click()
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
