import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { call, customer, issueCodes, ownerCookie, signedIn } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { openBrowser, visit, type Looking } from './browser.ts'

// What a seller and a customer meet when a key is pressed twice, the network is gone, or the session is over.

let app: TestApp
let browser: Browser
let cookie: string
beforeAll(async () => {
  browser = await openBrowser()
  app = await testApp()
  app.clock.set(new Date())
  cookie = await ownerCookie(app)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const desk: Looking = { size: 'desk', language: 'en' }

async function atConsole(path: string, looking = desk) {
  const seen = await visit(browser, app.url, looking)
  onTestFinished(() => seen.end())
  await seen.page.goto(path)
  await signIn(seen.page)
  return seen
}

async function signIn(page: Page) {
  await page.locator('input[autocomplete=username]').fill('owner')
  await page.locator('input[autocomplete=current-password]').fill(app.ownerPassword)
  await page.keyboard.press('Enter')
}

const newUser = async (username: string, days: number) =>
  (await call(app, 'POST /api/admin/users', { cookie, body: { username, days } })).data.user as { id: string }
const records = async (id: string) =>
  (await call(app, `GET /api/admin/recharge-records?user_id=${id}`, { cookie })).data.items as {
    change_days: number
  }[]
const changes = async (id: string) => (await records(id)).map(({ change_days: days }) => days)

describe('giving days', () => {
  test('what is no whole number, or out of range, is refused at the field and stays as typed', async () => {
    const { id } = await newUser('typo', 10)
    const { page, look } = await atConsole('/admin/users?query=typo')
    await page.getByRole('button', { name: 'Recharge' }).click()
    const days = page.getByRole('textbox', { name: 'Days' })
    for (const [typed, why] of [
      ['3.5', 'Enter a whole number'],
      ['36500', 'Enter a number from -3650 to 3650'],
      ['abc', 'Enter a whole number'],
      ['0', 'Not 0'],
    ] as const) {
      await days.fill(typed)
      await page.keyboard.press('Enter')
      await page.getByText(why).waitFor()
      expect(await days.inputValue()).toBe(typed)
    }
    expect.soft(await look('moments-refused')).toEqual([])
    expect(await changes(id)).toEqual([10])
  })

  test('the outcome is shown before, more than 400 days need a confirmation, and undo follows', async () => {
    const { id } = await newUser('generous', 10)
    const { page, look, press } = await atConsole('/admin/users?query=generous')
    await page.getByRole('button', { name: 'Recharge' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Days' }).fill('3650')
    await dialog.getByRole('status').getByText('→').waitFor()
    expect(await dialog.getByRole('status').innerText()).toContain('(+3650 days)')
    await page.keyboard.press('Enter')
    const question = page.getByRole('dialog', { name: 'Add 3650 days for generous?' })
    await question.waitFor()
    expect.soft(await look('moments-asked')).toEqual([])
    // Enter says no.
    await page.keyboard.press('Enter')
    await question.waitFor({ state: 'detached' })
    expect(await changes(id)).toEqual([10])
    await press(dialog.getByRole('button', { name: 'Recharge' }).last())
    await press(page.getByRole('button', { name: 'Add 3650 days' }))
    await page.getByText('generous: +3650 days').waitFor()
    await page.getByText('3660 days left').waitFor()
    expect.soft(await look('moments-granted')).toEqual([])
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await press(page.getByRole('button', { name: 'Copy message' }))
    await expect
      .poll(() => page.evaluate('navigator.clipboard.readText()'))
      .toMatch(/valid until .*\/status\/[\w-]{43}$/)
    await press(page.getByRole('button', { name: 'Undo' }))
    await page.getByText('10 days left').waitFor()
    expect(await changes(id)).toEqual([-3650, 3650, 10])
  })

  test('days are not taken from who has none', async () => {
    const { id } = await newUser('penniless', 0)
    const { page } = await atConsole('/admin/users?query=penniless')
    await page.getByRole('button', { name: 'Recharge' }).click()
    await page.getByRole('textbox', { name: 'Days' }).fill('-5')
    await page.keyboard.press('Enter')
    await page.getByText('There is no time left to take back').waitFor()
    expect(await changes(id)).toEqual([])
  })

  test('on an account they are undone, and the text for the customer is copied', async () => {
    const { user } = await signedIn(app, 'copied')
    const { page, press } = await atConsole(`/admin/accounts/${user.id}`)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Add days' }).click()
    await press(page.getByRole('dialog').getByRole('button', { name: 'Add days' }).last())
    await press(page.getByRole('button', { name: 'Copy message' }))
    await expect
      .poll(() => page.evaluate('navigator.clipboard.readText()'))
      .toMatch(new RegExp(`valid until .* ${app.url}/`))
    await press(page.getByRole('button', { name: 'Undo' }))
    await page.getByText('No time left').waitFor()
  })
})

describe('without a network', () => {
  test('a change fails at once, and nothing of it is sent when the network is back', async () => {
    const { id } = await newUser('offline', 10)
    const { page, look } = await atConsole('/admin/users?query=offline')
    await page.getByRole('button', { name: 'Recharge' }).click()
    await page.context().setOffline(true)
    await page.getByRole('dialog').getByRole('button', { name: 'Recharge' }).last().click()
    await page.getByRole('alert').getByText('The server can’t be reached').first().waitFor()
    await page.getByText('What you see is from before').waitFor()
    expect.soft(await look('moments-offline')).toEqual([])
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.context().setOffline(false)
    await page.getByText('What you see is from before').waitFor({ state: 'detached' })
    expect(await changes(id)).toEqual([10])
  })

  test('what is cancelled while it is under way is given up', async () => {
    const { id } = await newUser('cancelled', 10)
    const { page, press } = await atConsole('/admin/users?query=cancelled')
    let release = () => {}
    let isOver = false
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/recharge', async (route) => {
      await held
      await route.continue().catch(() => undefined)
      isOver = true
    })
    await page.getByRole('button', { name: 'Recharge' }).click()
    const asked = page.waitForRequest('**/recharge')
    await press(page.getByRole('dialog').getByRole('button', { name: 'Recharge' }).last())
    await asked
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    release()
    await expect.poll(() => isOver).toBe(true)
    await page.reload()
    await page.getByText('10 days left').waitFor()
    expect(await changes(id)).toEqual([10])
  })

  test('a page that can’t be loaded keeps the frame, and comes with another try', async () => {
    const { page, look } = await atConsole('/admin/users')
    await page.getByRole('heading', { level: 1, name: 'Status users' }).waitFor()
    await page.context().setOffline(true)
    await page.getByRole('link', { name: 'Staff', exact: true }).click()
    await page.getByText('This page could not be loaded').waitFor()
    expect.soft(await look('moments-not-loaded')).toEqual([])
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1, name: 'Staff', exact: true }).waitFor()
  })

  test('the portal says so, and keeps the code that was typed', async () => {
    const seen = await visit(browser, app.url, { size: 'phone', language: 'zh' })
    onTestFinished(() => seen.end())
    const { page } = seen
    await signedIn(app, 'portal-offline')
    await page.goto('/')
    await page.getByLabel('用户名').fill('portal-offline')
    await page.getByLabel('密码').fill(customer.password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByLabel('卡密', { exact: true }).fill('ABCD')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '兑换' }).click()
    await page.getByRole('alert').getByText('连不上服务器').waitFor()
    expect.soft(await seen.look('moments-portal-offline')).toEqual([])
    expect(await page.getByLabel('卡密', { exact: true }).inputValue()).toBe('ABCD')
    await page.getByRole('link', { name: '设备' }).click()
    await page.getByText('页面没有加载成功').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: '我的会员' }).waitFor()
  })
})

describe('after the end of a session', () => {
  test('the console asks to sign in on top, and what was typed can be sent', async () => {
    const { id } = await newUser('ended', 10)
    const { page, look } = await atConsole('/admin/users?query=ended')
    await page.getByRole('button', { name: 'Recharge' }).click()
    const dialog = page.getByRole('dialog', { name: 'Recharge ended' })
    await dialog.getByLabel('Reason').fill('kept')
    await page.context().clearCookies()
    await dialog.getByRole('button', { name: 'Recharge' }).last().click()
    const again = page.getByRole('dialog', { name: 'Your session has ended' })
    await again.waitFor()
    expect.soft(await look('moments-session-ended')).toEqual([])
    await again.getByLabel('Password').fill(app.ownerPassword)
    await page.keyboard.press('Enter')
    await again.waitFor({ state: 'detached' })
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('kept')
    await dialog.getByRole('button', { name: 'Recharge' }).last().click()
    await page.getByText('40 days left').waitFor()
    expect(await records(id)).toMatchObject([{ change_days: 30, reason: 'kept' }, { change_days: 10 }])
  })

  test('the portal does the same', async () => {
    const seen = await visit(browser, app.url, { size: 'phone', language: 'zh' })
    onTestFinished(() => seen.end())
    const { page } = seen
    await signedIn(app, 'portal-ended')
    const [code = ''] = await issueCodes(app, cookie, { level: 1, days: 30 })
    await page.goto('/')
    await page.getByLabel('用户名').fill('portal-ended')
    await page.getByLabel('密码').fill(customer.password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByLabel('卡密', { exact: true }).fill(code)
    await page.context().clearCookies()
    await page.getByRole('button', { name: '兑换' }).click()
    const again = page.getByRole('dialog', { name: '登录已失效' })
    await again.waitFor()
    expect.soft(await seen.look('moments-portal-ended')).toEqual([])
    await again.getByLabel('密码').fill(customer.password)
    await page.keyboard.press('Enter')
    await again.waitFor({ state: 'detached' })
    expect(await page.getByLabel('卡密', { exact: true }).inputValue()).toBe(code)
    await page.getByRole('button', { name: '兑换' }).click()
    await page.getByText('剩余 30 天').waitFor()
  })
})

test.each([
  { size: 'desk', language: 'en', says: /7 days left, then level 1 for 30 days/ },
  { size: 'phone', language: 'zh', says: /剩余 7 天，之后 1 级 30 天/ },
] as const)('each level has its own days and end: $size, $language', async ({ says, ...looking }) => {
  const name = `levels-${looking.size}`
  const { user } = await signedIn(app, name)
  for (const [level, change_days] of [
    [1, 30],
    [2, 7],
  ] as const)
    // prettier-ignore
    await call(app, `POST /api/admin/accounts/${user.id}/grant`, { cookie, body: { level, change_days } })
  const { page, look } = await atConsole(`/admin/accounts?query=${name}`, looking)
  await page.getByRole('row', { name }).getByText(says).waitFor()
  await page.getByRole('link', { name }).click()
  await page.getByRole('img', { name: looking.language === 'en' ? /^Timeline/ : /^时间线/ }).waitFor()
  await page.getByText(says).waitFor()
  expect.soft(await look('moments-levels')).toEqual([])
  const seen = await visit(browser, app.url, looking)
  onTestFinished(() => seen.end())
  await seen.page.goto('/')
  await seen.page.locator('input[autocomplete=username]').fill(name)
  await seen.page.locator('input[type=password]').fill(customer.password)
  await seen.page.keyboard.press('Enter')
  expect(await seen.page.locator('.standing .left strong').innerText()).toBe('7')
  await seen.page
    .getByText(looking.language === 'en' ? /then VIP level 1 for 30 days/ : /之后 VIP 1 级 30 天/)
    .waitFor()
  expect.soft(await seen.look('moments-portal-levels')).toEqual([])
})

test('refusals stand at their fields, without the names of the wire and without a request id', async () => {
  const { page, look } = await atConsole('/admin/staff')
  await page.getByRole('button', { name: 'Add staff' }).click()
  const dialog = page.getByRole('dialog')
  const atField = dialog.locator('.ant-form-item-explain-error')
  await dialog.getByLabel('Password').fill('nine green bottles')
  for (const [username, why] of [
    ['x', '2 to 32 letters'],
    ['owner', 'This username is taken by another staff member.'],
  ] as const) {
    await dialog.getByLabel('Username').fill(username)
    await page.keyboard.press('Enter')
    await atField.getByText(why).waitFor()
    // The one before fades out.
    await expect.poll(() => atField.count()).toBe(1)
    expect(await dialog.innerText()).not.toMatch(/username:|Request id/)
  }
  expect.soft(await look('moments-at-the-field')).toEqual([])
  await page.goto('/admin/profile')
  await page.getByRole('button', { name: 'Change password' }).click()
  await dialog.getByLabel('Current password').fill('not the password')
  await dialog.getByLabel('New password').fill('nine green bottles')
  await page.keyboard.press('Enter')
  await atField.getByText('The password is wrong.').waitFor()
  // An edited value is no longer the refused one.
  await dialog.getByLabel('Current password').fill('another try')
  await atField.waitFor({ state: 'detached' })
})

test('a value that is too long is refused whole, and correcting it clears the error', async () => {
  const { page } = await atConsole('/admin/accounts')
  await page.getByRole('button', { name: 'New account' }).click()
  const dialog = page.getByRole('dialog')
  const atField = dialog.locator('.ant-form-item-explain-error')
  await dialog.getByLabel('Sign-in name').fill('x')
  await dialog.getByLabel('Private note').fill('n'.repeat(2001))
  await dialog.getByRole('button').last().click()
  await atField.nth(1).waitFor()
  expect((await dialog.getByLabel('Private note').inputValue()).length).toBe(2001)
  await dialog.getByLabel('Sign-in name').fill('corrected')
  await atField.nth(1).waitFor({ state: 'detached' })
  await atField.getByText('2000').waitFor()
})

test('codes that a new filter hides are let go', async () => {
  await issueCodes(app, cookie, { level: 1, days: 5, count: 3 })
  const { page } = await atConsole('/admin/codes')
  await page.locator('tbody .ant-checkbox-input').first().check()
  await page.getByText('1 selected').waitFor()
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await page.getByText('1 selected').waitFor({ state: 'detached' })
  await page.locator('tbody .ant-checkbox-input').first().check()
  await page.locator('#search').fill('ZZZZ')
  await page.keyboard.press('Enter')
  await page.getByText('1 selected').waitFor({ state: 'detached' })
  expect(await page.locator('tbody .ant-checkbox-checked').count()).toBe(0)
})

test('the first visit is in the language of the browser', async () => {
  for (const [locale, text] of [
    ['en-GB', 'Sign in'],
    ['zh-CN', '登录'],
    ['fr-FR', '登录'],
  ] as const) {
    // prettier-ignore
    const context = await browser.newContext({ locale, baseURL: app.url })
    const page = await context.newPage()
    await page.goto('/')
    await page.getByRole('button').first().waitFor()
    expect(await page.getByRole('button', { name: text, exact: true }).count()).toBe(1)
    await context.close()
  }
})
