import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, issueCodes, ownerCookie, signedIn } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { codeIn, openMailbox, type Mailbox } from '../apps/server/src/modules/core/notify/testing.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const readers: Looking[] = [
  { size: 'phone', language: 'zh' },
  { size: 'phone', language: 'en' },
  { size: 'desk', language: 'zh' },
  { size: 'desk', language: 'en' },
]

let app: TestApp
let mailbox: Mailbox
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  mailbox = await openMailbox()
})
afterAll(async () => {
  await browser.close()
  await mailbox.close()
})

/** Labels as a reader of either language finds them. */
const words = {
  zh: {
    register: '注册', signIn: '登录', forgot: '忘记密码', username: '用户名', password: '密码', email: '邮箱',
    code: '卡密', redeem: '兑换', history: '充值记录', devices: '设备', profile: '我的', lease: '我的会员', end: '下线',
    signOut: '退出登录', mailedCode: '邮件中的验证码', verify: '验证邮箱', mail: '发送验证码', login: '用户名或邮箱',
    newPassword: '新密码', set: '设置新密码', verified: '已验证。', name: '显示名称', save: '保存', left: '剩余 30 天', missing: '没有这个页面',
    me: '我的资料', codeSent: '验证码已发送到', oldPassword: '当前密码', changeEmail: '更换邮箱', pending: '正在更换为',
    undoEmail: '撤销更换邮箱', undoNow: '恢复邮箱并设置新密码', undone: '邮箱已恢复', incomplete: '链接不完整，请从邮件中重新打开。',
  },
  en: {
    register: 'Register', signIn: 'Sign in', forgot: 'Forgot password?', username: 'Username', password: 'Password', email: 'Email',
    code: 'Code', redeem: 'Redeem', history: 'History', devices: 'Devices', profile: 'Account', lease: 'Membership', end: 'Sign out',
    signOut: 'Sign out', mailedCode: 'Code from the email', verify: 'Verify email', mail: 'Email me a code', login: 'Username or email',
    newPassword: 'New password', set: 'Set new password', verified: 'Verified.', name: 'Display name', save: 'Save', left: '30 days left', missing: 'No such page',
    me: 'Your account', codeSent: 'A code was sent to', oldPassword: 'Current password', changeEmail: 'Change email', pending: 'Changing to',
    undoEmail: 'Undo the email change', undoNow: 'Restore email and set password', undone: 'Your email address is restored', incomplete: 'The link is incomplete.',
  },
} // prettier-ignore

const password = 'a long password'

async function visitPortal(looking: Looking): Promise<Visit> {
  const visited = await visit(browser, app.url, looking)
  await visited.page.goto('/')
  return visited
}

const fill = (page: Page, label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const open = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
const see = (page: Page, text: string) => page.getByText(text).first().waitFor()

/** The link that undoes a change of address, from the mail that holds it. */
async function undoLinkTo(address: string): Promise<string> {
  for (let count = 3; ; count++) {
    for (const { mail } of await mailbox.to(address, count)) {
      const [link] = /\/undo-email#[\w-]{43}/.exec(mail.text ?? '') ?? []
      if (link) return link
    }
  }
}

describe.each(readers)('the portal, $size, $language', (looking) => {
  const say = words[looking.language]
  const name = `小红.${looking.size}.${looking.language}`
  const mail = `${looking.size}.${looking.language}@example.com`
  let visited: Visit
  let code: string
  beforeAll(async () => {
    app = await testApp({ env: { LESSOR_MAIL_SMTP_URL: mailbox.url } })
    code = (await issueCodes(app, await ownerCookie(app), { level: 2, days: 30 }))[0] ?? ''
    visited = await visitPortal(looking)
  })
  afterAll(async () => {
    await visited.end()
    await app.stop()
  })

  test('somebody registers, and is in', async () => {
    const { page, look } = visited
    await page.getByRole('button', { name: say.signIn }).waitFor()
    expect.soft(await look('portal-sign-in')).toEqual([])
    await open(page, say.register)
    // The fields of the page before have the same names; it stays until this one is loaded.
    await page.getByRole('heading', { name: say.register }).waitFor()
    await fill(page, say.username, name)
    await fill(page, say.password, password)
    await fill(page, say.email, mail)
    expect.soft(await look('portal-register')).toEqual([])
    await press(page, say.register)
    await page.getByRole('heading', { name: say.me }).waitFor()
    await see(page, `${say.codeSent} ${mail}`)
    expect.soft(await look('portal-code-sent')).toEqual([])
    await open(page, say.lease)
    await page.getByRole('heading', { name: say.lease, exact: true }).waitFor()
    expect.soft(await look('portal-empty')).toEqual([])
  })

  test('a code turns into time that is seen at once; a wrong or used one says so', async () => {
    const { page, look } = visited
    await fill(page, say.code, 'VIP-0000-0000-0000')
    await press(page, say.redeem)
    await page.getByRole('alert').waitFor()
    expect.soft(await look('portal-refused')).toEqual([])
    await fill(page, say.code, ` ${code.toLowerCase()} `)
    await press(page, say.redeem)
    await page.getByRole('status').waitFor()
    await see(page, say.left)
    await page.locator('svg[role=img]').waitFor()
    expect.soft(await look('portal-lease')).toEqual([])
    await fill(page, say.code, code)
    await press(page, say.redeem)
    await page.getByRole('alert').waitFor()
  })

  test('the history shows the change', async () => {
    const { page, look } = visited
    await open(page, say.history)
    await page.locator('.rows li b', { hasText: '+30' }).waitFor()
    expect.soft(await look('portal-history')).toEqual([])
  })

  test('a desktop program that signs in is shown, and can be signed out; the browser stays', async () => {
    const { page, look } = visited
    const device = await signedIn(app, name, 'PC-OF-THE-OFFICE')
    await open(page, say.devices)
    await see(page, 'PC-OF-THE-OFFICE')
    expect.soft(await look('portal-devices')).toEqual([])
    await press(page, say.end)
    const question = page.getByRole('dialog', { name: 'PC-OF-THE-OFFICE' })
    await question.waitFor()
    expect.soft(await look('portal-ask')).toEqual([])
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'hidden' })
    await press(page, say.end)
    await question.getByRole('button', { name: say.end }).click()
    await page.getByText('PC-OF-THE-OFFICE').first().waitFor({ state: 'detached' })
    expect((await call(app, 'GET /api/users/me', { token: device.token })).status).toBe(401)
  })

  test('the address is verified with the code that was mailed, and the name is changed', async () => {
    const { page, look } = visited
    await open(page, say.profile)
    const [first] = await mailbox.to(mail)
    if (!first) throw new Error('no mail came')
    await fill(page, say.mailedCode, codeIn(first))
    await press(page, say.verify)
    await see(page, say.verified)
    await fill(page, say.name, '<img src=x onerror=alert(1)>')
    await press(page, say.save)
    await page.getByRole('status').waitFor()
    expect.soft(await look('portal-profile')).toEqual([])
  })

  test('who forgot the password gets back in with a mailed code', async () => {
    const { page, look } = visited
    await press(page, say.signOut)
    await open(page, say.forgot)
    await page.getByRole('heading', { name: say.forgot }).waitFor()
    await fill(page, say.login, mail)
    await press(page, say.mail)
    const received = await mailbox.to(mail, 2)
    const second = received[1]
    if (!second) throw new Error('no mail came')
    await fill(page, say.mailedCode, codeIn(second))
    await fill(page, say.newPassword, 'another long password')
    expect.soft(await look('portal-reset')).toEqual([])
    await press(page, say.set)
    await page.getByRole('heading', { name: say.signIn }).waitFor()
    await fill(page, say.login, mail)
    await fill(page, say.password, password)
    await press(page, say.signIn)
    await page.getByRole('alert').waitFor()
    await fill(page, say.password, 'another long password')
    await press(page, say.signIn)
    await see(page, say.left)
  })

  test('another address waits to be verified, and the link to the old one undoes it', async () => {
    const { page, look, complaints } = visited
    await open(page, say.profile)
    await fill(page, say.email, `new.${mail}`)
    await page.getByLabel(say.oldPassword, { exact: true }).first().fill('another long password')
    await press(page, say.changeEmail)
    await see(page, `${say.pending} new.${mail}`)
    expect.soft(await look('portal-email-pending')).toEqual([])
    const link = await undoLinkTo(mail)
    await page.goto(link.slice(0, -1))
    await page.getByRole('alert').getByText(say.incomplete).waitFor()
    expect(await page.getByLabel(say.newPassword).count()).toBe(0)
    await page.goto(link)
    await page.getByRole('heading', { name: say.undoEmail }).waitFor()
    await fill(page, say.newPassword, 'a third long password')
    expect.soft(await look('portal-undo-email')).toEqual([])
    await press(page, say.undoNow)
    await see(page, say.undone)
    expect.soft(await look('portal-undone')).toEqual([])
    await open(page, say.signIn)
    await page.getByRole('heading', { name: say.signIn }).waitFor()
    await fill(page, say.login, mail)
    await fill(page, say.password, 'a third long password')
    await press(page, say.signIn)
    await see(page, say.left)
    await page.goto('/nowhere')
    await page.getByRole('heading', { name: say.missing }).waitFor()
    expect.soft(await look('portal-missing')).toEqual([])
    expect(complaints).toEqual([])
  })
})

test('the portal loads less than 250 kB of script, and can be installed', async () => {
  app = await testApp()
  // Without a set clock, which would stand in for the browser's own measures.
  const { page, end } = await visit(browser, app.url, { size: 'phone', language: 'zh' })
  await page.goto('/')
  await page.getByRole('button', { name: '登录' }).waitFor()
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  )
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(250_000)
  const manifest = await fetch(`${app.url}/manifest.webmanifest`)
  expect(manifest.headers.get('content-type')).toBe('application/manifest+json')
  const { icons, start_url } = (await manifest.json()) as { icons: { src: string }[]; start_url: string }
  expect(start_url).toBe('/')
  for (const { src } of icons) expect((await fetch(app.url + src)).status).toBe(200)
  await end()
  await app.stop()
})

test('what the portal refuses stands at its field, in the language of the page, and nothing is cut', async () => {
  app = await testApp({})
  app.clock.set(new Date())
  // The browser is Chinese, the page is English.
  const { page, end } = await visit(browser, app.url, { size: 'phone', language: 'en' })
  const says = async (label: string, why: string | RegExp) => {
    const field = page.locator('.field', { has: page.getByLabel(label, { exact: true }) })
    await field.getByRole('alert').getByText(why).waitFor()
    expect(await page.getByRole('alert').count()).toBe(1)
  }
  await page.goto('/register')
  await page.getByRole('heading', { name: 'Register' }).waitFor()
  await fill(page, 'Password', password)
  await press(page, 'Register')
  await says('Username', 'Required')
  const long = 'n'.repeat(33)
  await fill(page, 'Username', long)
  await press(page, 'Register')
  await says('Username', '2 to 32 letters')
  expect(await page.getByLabel('Username', { exact: true }).inputValue()).toBe(long)
  await fill(page, 'Username', 'at-the-field')
  await press(page, 'Register')
  await page.getByRole('heading', { name: 'Membership' }).waitFor()
  await fill(page, 'Code', 'VIP-0000-0000-0000')
  await press(page, 'Redeem')
  await says('Code', 'This code does not exist')
  await open(page, 'Account')
  const change = page.locator('form', { has: page.getByLabel('New password', { exact: true }) })
  await change.getByLabel('Current password').fill('not the password')
  await change.getByLabel('New password').fill('another long password')
  await change.getByRole('button').click()
  await change.locator('.field').first().getByText('The password is wrong.').waitFor()
  const body = { username: 'at-the-field', password, hardware_code: 'PC', software_version: '1.0' }
  expect((await call(app, 'POST /api/auth/login', { body })).code).toBe(0)
  await end()
  await app.stop()
})

test('a first address asks for the password once signing in is a while ago, and then at its field', async () => {
  app = await testApp({})
  app.clock.set(new Date())
  const { page, end, complaints } = await visit(browser, app.url, { size: 'phone', language: 'zh' })
  await page.goto('/register')
  await page.getByRole('heading', { name: '注册' }).waitFor()
  await page.getByText('选填，').waitFor()
  await fill(page, '用户名', 'first-address')
  await fill(page, '密码', password)
  await press(page, '注册')
  await open(page, '我的')
  const form = page.locator('form', { has: page.getByLabel('邮箱', { exact: true }) })
  const proof = form.getByLabel('当前密码')
  const says = (text: string) => form.locator('.field').last().getByRole('alert').getByText(text).waitFor()
  await form.getByRole('button').click()
  await form.locator('.field').first().getByText('必填').waitFor()
  await form.getByLabel('邮箱').fill('first@example.com')
  expect(await proof.count()).toBe(0)
  app.clock.advance(15 * 60_000)
  await form.getByRole('button').click()
  await says('请输入当前密码')
  expect(await form.getByRole('alert').count()).toBe(1)
  expect(await page.locator(':focus').getAttribute('name')).toBe('old_password')
  await proof.fill('not the password')
  await form.getByRole('button').click()
  await says('密码不正确')
  await proof.fill(password)
  await form.getByRole('button').click()
  await see(page, '验证码已发送到 first@example.com')
  // Signed in again, giving another one asks for nothing.
  await press(page, '退出登录')
  await fill(page, '用户名或邮箱', 'first-address')
  await fill(page, '密码', password)
  await press(page, '登录')
  await open(page, '我的')
  await page.getByText('更换邮箱').first().click()
  expect(await proof.count()).toBe(0)
  await form.getByLabel('邮箱').fill('second@example.com')
  await form.getByRole('button').click()
  await see(page, '验证码已发送到 second@example.com')
  expect(complaints).toEqual([])
  await end()
  await app.stop()
})
