import type { Browser, Page } from 'playwright-core'
import { TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { signedIn } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const zh = {
  username: '用户名', password: '密码', signIn: '登录', signOut: '退出登录', wrong: '用户名或密码错误。',
  today: '今日概览', batches: '卡密批次', codes: '卡密', online: '在线用户', software: '软件', staff: '员工', profile: '我的资料',
  logins: '登录日志', registrations: '注册日志', recharges: '充值日志', audit: '审计日志', menu: '菜单',
  grant: '加天数', left: (days: number) => `剩余 ${days} 天`, timeline: /^时间线/,
  link: '状态链接', make: '生成链接', disable: '停用', disabled: '已停用', enable: '启用', close: '关闭',
  issue: '发行卡密', issued: '已发行 10 张', reveal: '显示', revealed: '卡密明文', revoke: '作废', unused: '未使用', revoked: '已作废',
  add: '添加软件', name: '名称', save: '保存', remove: '删除', end: '下线', addStaff: '添加员工',
  start: '开启两步验证', oldPassword: '当前密码', next: '下一步', digits: '验证器显示的 6 位数字', confirm: '确认开启', recovery: '恢复码', saved: '我已保存', totp: '动态验证码或恢复码',
  missing: '没有这个页面', nobody: '未找到。', looks: '外观', system: '跟随系统', required: '必填',
} // prettier-ignore
const en: typeof zh = {
  username: 'Username', password: 'Password', signIn: 'Sign in', signOut: 'Sign out', wrong: 'Wrong username or password.',
  today: 'Today', batches: 'Code batches', codes: 'Codes', online: 'Online users', software: 'Software', staff: 'Staff', profile: 'My profile',
  logins: 'Sign-ins', registrations: 'Registrations', recharges: 'Recharges', audit: 'Audit log', menu: 'Menu',
  grant: 'Add days', left: (days: number) => `${days} days left`, timeline: /^Timeline/,
  link: 'Status link', make: 'Create link', disable: 'Disable', disabled: 'Disabled', enable: 'Enable', close: 'Close',
  issue: 'Issue codes', issued: '10 codes issued', reveal: 'Reveal', revealed: 'Codes', revoke: 'Revoke', unused: 'Unused', revoked: 'Revoked',
  add: 'Add software', name: 'Name', save: 'Save', remove: 'Remove', end: 'Sign out', addStaff: 'Add staff',
  start: 'Turn on two-factor authentication', oldPassword: 'Current password', next: 'Next', digits: 'The 6 digits it shows', confirm: 'Turn on', recovery: 'Recovery codes', saved: 'I have saved them', totp: 'Code or recovery code',
  missing: 'No such page', nobody: 'Not found.', looks: 'Appearance', system: 'System', required: 'Required',
} // prettier-ignore

/** A day's work at the console, as each of these readers sees it. */
export function adminStory(readers: readonly Looking[]): void {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  describe.each(readers)('the console, $size, $language', (looking) => {
    const words = looking.language === 'zh' ? zh : en
    let app: TestApp
    let seen: Visit
    let page: Page
    beforeAll(async () => {
      app = await testApp()
      app.clock.set(new Date())
      await signedIn(app, '王小明')
      seen = await visit(browser, app.url, looking)
      page = seen.page
    })
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await seen.picture('admin-failed')
    })
    afterAll(async () => {
      await seen.end()
      await app.stop()
    })

    const button = (name: string) =>
      page.getByRole('button', { name: spaced(name), exact: typeof spaced(name) === 'string' })
    const dialog = () => page.getByRole('dialog').last()
    const inDialog = (name: string) =>
      dialog()
        .getByRole('button', { name: spaced(name) })
        .last()
    const press = (name: string) => seen.press(inDialog(name))
    /** A page from the menu, which a phone opens first. */
    const go = async (name: string) => {
      if (looking.size === 'phone') await page.getByRole('button', { name: words.menu }).click()
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
      // By its name: until the page is loaded, the one before keeps its own heading.
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    }
    // Soft: the journey continues, so one run reports every page.
    const expectFine = async (name: string) => expect.soft(await seen.look(`admin-${name}`)).toEqual([])

    test('a wrong password shows an error, the right one opens the console', async () => {
      await page.goto('/admin')
      await signIn('not the password')
      await page.getByRole('alert').getByText(words.wrong).waitFor()
      await expectFine('sign-in')
      await signIn(app.ownerPassword)
      await page.getByRole('heading', { level: 1, name: words.today }).waitFor()
      await expectFine('today')
    })

    test('the menus open over the page', async () => {
      await button(words.looks).click()
      await page.getByRole('menuitem', { name: words.system }).waitFor()
      await expectFine('looks')
      await page.keyboard.press('Escape')
      if (looking.size === 'desk') return
      await button(words.menu).click()
      await dialog().waitFor()
      await expectFine('menu')
      await page.keyboard.press('Escape')
    })

    async function signIn(password: string) {
      await page.getByLabel(words.username).fill('owner')
      await page.getByLabel(words.password, { exact: true }).fill(password)
      await page.keyboard.press('Enter')
    }

    test('an account is found, given days and shown with the keyboard alone', async () => {
      await page.goto('/admin/accounts')
      await page.locator('#search').waitFor()
      await page.keyboard.press('/')
      await page.keyboard.type('王小明')
      await Promise.all([page.waitForResponse(/accounts\?.*query=/), page.keyboard.press('Enter')])
      expect(new URL(page.url()).searchParams.get('query')).toBe('王小明')
      await button(words.grant).focus()
      await page.keyboard.press('Enter')
      await dialog().waitFor()
      await expectFine('grant')
      await page.keyboard.press('Enter')
      await page.getByText(words.left(30)).waitFor()
      await expectFine('accounts')
      await page.getByRole('link', { name: '王小明' }).press('Enter')
      await page.getByRole('img', { name: words.timeline }).waitFor()
      await expectFine('account')
    })

    test('a status link is made and opens; an account is disabled and enabled', async () => {
      await button(words.link).click()
      await press(words.make)
      const url = await page.getByRole('textbox', { name: words.link }).inputValue()
      expect((await fetch(url.replace('/status/', '/api/status/'))).status).toBe(200)
      await expectFine('status-link')
      await press(words.close)
      await button(words.disable).click()
      await press(words.disable)
      await page.getByText(words.disabled).first().waitFor()
      await button(words.enable).click()
      await button(words.disable).waitFor()
    })

    test('codes are issued, filtered, revealed and revoked', async () => {
      await go(words.batches)
      await expectFine('batches-empty')
      await button(words.issue).click()
      await press(words.issue)
      await dialog().getByText(words.issued).waitFor()
      expect(
        (await page.getByRole('textbox', { name: words.revealed }).inputValue()).split('\n'),
      ).toHaveLength(10)
      await expectFine('issued')
      await page.emulateMedia({ media: 'print' })
      await seen.picture('admin-issued-print')
      expect(await page.locator('.sheet svg').filter({ visible: true }).count()).toBe(10)
      expect(await page.getByRole('button').count()).toBe(0)
      await page.emulateMedia({ media: 'screen' })
      await press(words.close)
      await go(words.codes)
      await button(words.reveal).first().click()
      await page.getByRole('textbox', { name: words.revealed }).waitFor()
      await press(words.close)
      await button(words.revoke).first().click()
      await press(words.revoke)
      await page.getByRole('table').getByText(words.revoked).first().waitFor()
      await page.goto('/admin/codes?status=revoked')
      await page.getByRole('table').getByText(words.revoked).first().waitFor()
      expect(await page.locator('tbody tr[data-row-key]').count()).toBe(1)
      await expectFine('codes')
    })

    test('a name that is a script is shown as text', async () => {
      const name = `<img src=x onerror="document.title='broken in'">`
      await go(words.software)
      await button(words.add).click()
      await press(words.save)
      await dialog().getByText(words.required, { exact: true }).waitFor()
      await expectFine('required')
      await dialog().getByLabel(words.name).fill(name)
      await page.keyboard.press('Enter')
      await page.getByRole('cell', { name }).waitFor()
      expect(await page.title()).not.toContain('broken in')
      await expectFine('software')
      await button(words.remove).click()
      await press(words.remove)
      await page.getByRole('cell', { name }).waitFor({ state: 'detached' })
    })

    test('a device is seen online, and signed out', async () => {
      await go(words.online)
      await signedIn(app, '李四', 'HW-9')
      await page.getByRole('link', { name: '李四' }).waitFor({ timeout: 10_000 })
      await expectFine('online')
      await button(words.end).click()
      await press(words.end)
      await page.getByRole('link', { name: '李四' }).waitFor({ state: 'detached' })
    })

    test('every log tells what happened', async () => {
      for (const name of ['logins', 'registrations', 'recharges', 'audit'] as const) {
        await go(words[name])
        await page.locator('tbody tr[data-row-key]').first().waitFor()
        if (name === 'audit') await page.locator('.ant-table-row-expand-icon').first().click()
        await expectFine(name)
      }
    })

    test('staff are added; a second factor is set up, and required at the next sign-in', async () => {
      await go(words.staff)
      await button(words.addStaff).click()
      await dialog().getByLabel(words.username).fill('helper-1')
      await dialog().getByLabel(words.password).fill('a long password')
      await page.keyboard.press('Enter')
      await page.getByRole('cell', { name: 'helper-1' }).waitFor()
      await expectFine('staff')
      await page.goto('/admin/profile')
      await expectFine('profile')
      await button(words.start).click()
      await dialog().getByLabel(words.oldPassword).fill(app.ownerPassword)
      await press(words.next)
      await dialog().getByLabel(words.digits).waitFor()
      await expectFine('totp')
      const secret = await dialog().locator('code').innerText()
      const code = new TOTP({ secret: secret.trim() }).generate({ timestamp: app.clock.now().getTime() })
      await dialog().getByLabel(words.digits).fill(code)
      await press(words.confirm)
      const [recovery = ''] = (await dialog().getByLabel(words.recovery).innerText()).split('\n')
      await expectFine('recovery-codes')
      await press(words.saved)
      await page.getByRole('button', { name: 'owner' }).click()
      await page.getByRole('menuitem', { name: words.signOut }).click()
      await page.getByLabel(words.username).waitFor()
      await signIn(app.ownerPassword)
      await page.getByLabel(words.totp).waitFor()
      await expectFine('sign-in-totp')
      await page.getByLabel(words.totp).fill(recovery)
      await page.keyboard.press('Enter')
      // The sign-in page has a heading too; leaving it too early cancels the request.
      await page.getByRole('button', { name: 'owner' }).waitFor()
    })

    test('an address that leads nowhere says so; no page complained on the way', async () => {
      await page.goto('/admin/nowhere')
      await page.getByText(words.missing).waitFor()
      await expectFine('missing')
      await page.goto('/admin/accounts/0198c000-0000-7000-8000-000000000000')
      await page.getByText(words.nobody).waitFor()
      await expectFine('account-missing')
      expect(seen.complaints).toEqual([])
    })
  })
}

/** Ant Design puts a space between two Chinese characters of a button. */
const spaced = (name: string): string | RegExp =>
  /^[\u4e00-\u9fff]{2}$/.test(name) ? new RegExp(`^${name[0]} ?${name[1]}$`) : name
