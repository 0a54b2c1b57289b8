import { beforeAll, describe, expect, test } from 'vitest'
import { call, customer, ownerCookie } from '../../../../test/calls.ts'
import { staffActor, testApp, type TestApp } from '../../../../test/harness.ts'
import { disableAccount } from '../../people/accounts/index.ts'
import { queueMail } from './index.ts'
import { mailTemplateNamed, mailTemplates } from './mail-template.ts'
import { codeIn, openMailbox, type Mailbox } from './testing.ts'
import { transaction } from '../../../platform/run-transaction.ts'

// For a machine that is busy with other tests.
const patience = { timeout: 15_000 }
const { password } = customer
let mailbox: Mailbox
let app: TestApp
let cookie: string

beforeAll(async () => {
  mailbox = await openMailbox()
  app = await testApp({
    env: { LESSOR_MAIL_SMTP_URL: mailbox.url, LESSOR_MAIL_FROM: 'Lessor 租赁 <shop@example.com>' },
  })
  cookie = await ownerCookie(app)
  return async () => {
    await app.stop()
    await mailbox.close()
  }
})

const register = (username: string, language = 'zh') =>
  call(app, 'POST /api/auth/register', {
    headers: { 'accept-language': language },
    body: { username, password, email: `${username}@example.org` },
  })
const verifyAddress = async (username: string) => {
  const [received = expect.unreachable()] = await mailbox.to(`${username}@example.org`)
  const body = { login: username, code: codeIn(received) }
  expect(await call(app, 'POST /api/auth/email/verify', { body })).toMatchObject({ code: 0 })
}
const forgot = (login: string) => call(app, 'POST /api/auth/password/forgot', { body: { login } })
const history = async (query: string) =>
  (await call(app, `GET /api/admin/mails?${query}`, { cookie })).data.items

describe('the code that verifies an address', () => {
  test('arrives in Chinese, and works', async () => {
    await register('wang')
    const [received = expect.unreachable()] = await mailbox.to('wang@example.org')
    const { mail } = received
    expect(mail.subject).toBe('Lessor 邮箱验证码')
    expect(mail.from).toEqual({ name: 'Lessor 租赁', address: 'shop@example.com' })
    expect(mail.text).toContain('wang，您好：')
    expect(mail.text).toContain('2026-07-01 12:15 (Asia/Shanghai) 前有效')
    const code = codeIn(received)
    expect(mail.html).toContain(code)
    const answer = await call(app, 'POST /api/auth/email/verify', { body: { login: 'wang', code } })
    expect(answer.code).toBe(0)
  })

  test('arrives in English, and works', async () => {
    await register('smith', 'en-GB,en;q=0.9')
    const [received = expect.unreachable()] = await mailbox.to('smith@example.org')
    expect(received.mail.subject).toBe('Lessor: verify your email')
    expect(received.mail.text).toContain('Hello smith,')
    const code = codeIn(received)
    const body = { login: 'smith@example.org', code }
    expect(await call(app, 'POST /api/auth/email/verify', { body })).toMatchObject({ code: 0 })
  })

  test('is sent again on asking, until the address is verified', async () => {
    await register('again')
    const [first] = await mailbox.to('again@example.org')
    const ask = () => call(app, 'POST /api/auth/email/verify-request', { body: { login: 'again' } })
    app.clock.advance(1_000)
    await ask()
    const [before, second = expect.unreachable()] = await mailbox.to('again@example.org', 2)
    expect(before).toBe(first)
    const body = { login: 'again', code: codeIn(second) }
    expect(await call(app, 'POST /api/auth/email/verify', { body })).toMatchObject({ code: 0 })
    await ask()
    await register('after.again')
    await mailbox.to('after.again@example.org')
    expect(await mailbox.to('again@example.org')).toHaveLength(2)
  })

  test('goes to another address as soon as there is one', async () => {
    await register('mover')
    // Else both mails may be written after the change, and the first one's code is replaced by the second's.
    await mailbox.to('mover@example.org')
    const login = await call(app, 'POST /api/auth/login', { body: { ...customer, username: 'mover' } })
    const body = { email: 'moved@example.org' }
    const changed = await call(app, 'PATCH /api/users/me', { token: login.data.token, body })
    expect(changed.data).toMatchObject({ email: 'moved@example.org', email_verified: false })
    const [received = expect.unreachable()] = await mailbox.to('moved@example.org')
    const code = codeIn(received)
    const answer = await call(app, 'POST /api/auth/email/verify', { body: { login: 'mover', code } })
    expect(answer).toMatchObject({ code: 0 })
  })
})

describe('the code that sets a new password', () => {
  test('arrives, and works', async () => {
    await register('forgetful')
    await verifyAddress('forgetful')
    await forgot('forgetful@example.org')
    const [, received = expect.unreachable()] = await mailbox.to('forgetful@example.org', 2)
    expect(received.mail.subject).toBe('Lessor 重置密码验证码')
    const body = {
      login: 'forgetful',
      code: codeIn(received),
      password: 'a new password',
    }
    expect(await call(app, 'POST /api/auth/password/reset', { body })).toMatchObject({ code: 0 })
    const login = { ...customer, username: 'forgetful', password: 'a new password' }
    expect(await call(app, 'POST /api/auth/login', { body: login })).toMatchObject({ code: 0 })
  })

  test('is not sent without an account or an address, or to a disabled account', async () => {
    const { data } = await register('disabled')
    await mailbox.to('disabled@example.org')
    const cmd = app.command(staffActor('admin'))
    await transaction(app.services.db, (tx) => disableAccount(tx, cmd, data.user.id))
    const before = mailbox.received.length
    for (const login of ['disabled', 'disabled@example.org', 'nobody', 'nobody@example.org'])
      expect(await forgot(login)).toMatchObject({ status: 200, data: {} })
    await register('last.one')
    await mailbox.to('last.one@example.org')
    expect(mailbox.received).toHaveLength(before + 1)
  })

  test('stands nowhere but in the mail', async () => {
    await register('secretive')
    const [received = expect.unreachable()] = await mailbox.to('secretive@example.org')
    const code = codeIn(received)
    const everything = `
      select t::text from platform_event t union all select t::text from notify_mail t
      union all select t::text from mail_codes_code t union all select t::text from pgboss.job t
      union all select t::text from platform_idempotency t union all select t::text from audit_entry t`
    const { rows } = await app.services.db.query<{ t: string }>(everything, [])
    const hex = Buffer.from(code).toString('hex')
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.filter(({ t }) => t.includes(code) || t.includes(hex))).toEqual([])
    expect(app.logged.filter((line) => line.includes(code))).toEqual([])
  })
})

test('what stands in a field is text: no header, no markup, no template', async () => {
  const username = '{code} ${7*7} <script>alert(1)</script>\r\nBcc: evil@example.org\r\n\r\n.\r\nQUIT'
  const cmd = app.command({ kind: 'system', name: 'test' })
  const fields = { username, code: '11112222', until: 'now' }
  const input = {
    to: 'victim@example.org',
    template: mailTemplateNamed('verify_email'),
    language: 'en',
    fields,
  } as const
  await transaction(app.services.db, (tx) => queueMail(tx, cmd, input))
  const [{ to, mail, raw } = expect.unreachable()] = await mailbox.to('victim@example.org')
  expect(to).toEqual(['victim@example.org'])
  expect(mail.bcc).toBeUndefined()
  expect(raw).not.toMatch(/^Bcc:/im)
  expect(mail.text).toContain('{code} ${7*7} <script>alert(1)</script> Bcc: evil@example.org . QUIT')
  expect(mail.html).toContain('{code} ${7*7} &lt;script&gt;alert(1)&lt;/script&gt;')
  expect(mail.html).not.toContain('<script')
})

test('20 codes requested at once all arrive soon', async () => {
  const names = Array.from({ length: 20 }, (_, i) => `crowd${i}`)
  await Promise.all(names.map((name) => register(name)))
  const mails = await Promise.all(names.map((name) => mailbox.to(`${name}@example.org`)))
  expect(mails.flat()).toHaveLength(20)
})

describe('the history of mails', () => {
  test('shows what became of a mail, and keeps nothing of what stood in it', async () => {
    await register('historic')
    await mailbox.to('historic@example.org')
    await expect
      .poll(() => history('to=historic@example.org'), patience)
      .toMatchObject([
        { to: 'historic@example.org', template: 'verify_email', language: 'zh', state: 'sent', attempts: 1 },
      ])
    expect(await history('to=HISTORIC@')).toHaveLength(1)
    expect(await history('to=istoric@')).toEqual([])
    expect(await history('to=_istoric')).toEqual([])
    const { rows } = await app.services.db.query<{ fields: unknown }>(
      'select fields from notify_mail where recipient = $1',
      ['historic@example.org'],
    )
    expect(rows).toEqual([{ fields: null }])
  })
})

describe('a test mail', () => {
  const send = (headers: object) =>
    call(app, 'POST /api/admin/mails/test', { ...headers, body: { to: 'ops@example.org' } })

  test('tells the owner that mail works, and is in the audit log', async () => {
    const { data } = await send({ cookie })
    const [received] = await mailbox.to('ops@example.org')
    expect(received?.mail.text).toContain('这是 owner 发出的测试邮件。')
    expect(received?.mail.messageId).toBe(`<${data.id}@example.com>`)
    const audit = await call(app, 'GET /api/admin/logs/audit', { cookie })
    expect(audit.data.items[0]).toMatchObject({
      action: 'notify.test_mail_sent',
      after: { to: 'ops@example.org' },
    })
  })

  test('is for those who manage settings', async () => {
    expect(await send({})).toMatchObject({ status: 401 })
  })
})

test.for(mailTemplates())('$name has the same places in both languages', ({ zh, en }) => {
  const places = (text: object) => new Set(JSON.stringify(text).match(/\{\w+\}/g))
  expect(places(zh)).toEqual(places(en))
  expect(zh.paragraphs).toHaveLength(en.paragraphs.length)
})
