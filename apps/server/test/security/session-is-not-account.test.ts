import { DAY_MS, MINUTE_MS, newId } from '@lessor/kit'
import { beforeAll, expect, test } from 'vitest'
import { codeIn, openMailbox, type Mailbox, type Received } from '../../src/modules/core/notify/testing.ts'
import { call, customer, ownerCookie, signedIn } from '../calls.ts'
import { testApp, type TestApp } from '../harness.ts'

let app: TestApp
let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await openMailbox()
  app = await testApp({
    env: { LESSOR_MAIL_SMTP_URL: mailbox.url, LESSOR_SERVER_PUBLIC_URL: 'https://shop.example.org/' },
  })
  return async () => {
    await app.stop()
    await mailbox.close()
  }
})

const { password } = customer
const english = { 'accept-language': 'en' }
const subjectOf = ({ mail }: Received) => mail.subject ?? ''
const change = (token: string, body: object) =>
  call(app, 'PATCH /api/users/me', { token, body, headers: english })
const me = async (token: string) => (await call(app, 'GET /api/users/me', { token })).data
const verify = async (login: string, mail: Received | undefined) => {
  const body = { login, code: mail ? codeIn(mail) : '' }
  return call(app, 'POST /api/auth/email/verify', { body, headers: english })
}
const signIn = (username: string, secret: string) =>
  call(app, 'POST /api/auth/login', { body: { ...customer, username, password: secret } })
const undo = (token: string, secret: string) =>
  call(app, 'POST /api/auth/email/undo', { body: { token, password: secret } })
/** The token of the link in a mail. */
const linkIn = ({ mail }: Received): string => {
  const [, token] = /https:\/\/shop\.example\.org\/undo-email#([\w-]{43})/.exec(mail.text ?? '') ?? []
  if (!token) throw new Error(`There is no link in this mail: ${mail.text}`)
  return token
}
const mailTo = async (address: string, subject: RegExp): Promise<Received> => {
  for (let count = 1; ; count++) {
    const found = (await mailbox.to(address, count)).find((mail) => subject.test(subjectOf(mail)))
    if (found) return found
  }
}

/** A customer with a verified address, signed in. */
async function withAddress(): Promise<{ name: string; address: string; token: string; id: string }> {
  const name = `holder${newId().slice(-8)}`
  const address = `${name}@example.org`
  const { token, user } = await signedIn(app, name)
  expect(await change(token, { email: address })).toMatchObject({ code: 0 })
  expect(await verify(name, (await mailbox.to(address))[0])).toMatchObject({ code: 0 })
  return { name, address, token, id: user.id }
}

test('a verified address is changed with the password only, whatever the session', async () => {
  const { token, address } = await withAddress()
  for (const email of ['thief@example.org', null]) {
    const missing = { status: 400, code: 'validation_failed', errors: [{ path: 'old_password' }] }
    expect(await change(token, { email })).toMatchObject(missing)
    const wrong = await change(token, { email, old_password: 'not the password' })
    expect(wrong).toMatchObject({ status: 401, code: 'invalid_credentials' })
  }
  expect(await me(token)).toMatchObject({ email: address, email_verified: true, pending_email: null })
  // What says the same changes nothing, and needs nothing.
  expect(await change(token, { email: address, display_name: 'H' })).toMatchObject({ code: 0 })
})

test('a first address is given without the password right after signing in, and not later', async () => {
  const { token } = await signedIn(app, 'first-address')
  app.clock.advance(11 * MINUTE_MS)
  const email = 'first@example.org'
  expect(await change(token, { email })).toMatchObject({ errors: [{ path: 'old_password' }] })
  const changed = await change(token, { email, old_password: password })
  expect(changed.data).toMatchObject({ email, email_verified: false })
})

test('until the new address is verified the old one counts: it is notified, and a reset goes there', async () => {
  const { name, address, token } = await withAddress()
  const other = `new.${address}`
  const asked = await change(token, { email: other, old_password: password })
  expect(asked.data).toMatchObject({ email: address, email_verified: true, pending_email: other })
  const notice = await mailTo(address, /change of email address/)
  expect(notice.mail.text).toContain('n***@example.org')
  await call(app, 'POST /api/auth/password/forgot', { body: { login: name }, headers: english })
  await mailTo(address, /set a new password/)
  expect((await mailbox.to(other)).map(subjectOf)).toEqual(['Lessor: verify your email'])
  expect(await verify(name, (await mailbox.to(other))[0])).toMatchObject({ code: 0 })
  expect(await me(token)).toMatchObject({ email: other, email_verified: true, pending_email: null })
  await mailTo(address, /email address changed/)
})

test('the link to the old address undoes the change, ends every session and sets a new password, once', async () => {
  const { name, address, token, id } = await withAddress()
  const other = `thief.${address}`
  await change(token, { email: other, old_password: password })
  await verify(name, (await mailbox.to(other))[0])
  // The thief goes on, so that a link of theirs exists too.
  await change(token, { email: `again.${address}`, old_password: password })
  const theirs = linkIn(await mailTo(other, /change of email address/))
  const link = linkIn(await mailTo(address, /email address changed/))
  expect(await undo(link.slice(1), 'the holders own')).toMatchObject({ status: 400, code: 'undo_link_wrong' })
  expect(await undo(link, 'the holders own')).toMatchObject({ code: 0 })
  expect(await call(app, 'GET /api/users/me', { token })).toMatchObject({ status: 401 })
  expect(await signIn(name, password)).toMatchObject({ code: 'invalid_credentials' })
  const back = await signIn(name, 'the holders own')
  expect(await me(back.data.token)).toMatchObject({
    email: address,
    email_verified: true,
    pending_email: null,
  })
  for (const used of [link, theirs]) {
    expect(await undo(used, 'the thiefs own')).toMatchObject({ status: 400, code: 'undo_link_wrong' })
  }
  const log = `GET /api/admin/logs/audit?action=accounts.address_undone&subject_id=${id}`
  expect((await call(app, log, { cookie: await ownerCookie(app) })).data.items).toHaveLength(1)
})

test('an earlier link still works after a later one was used; all are too old after 7 days', async () => {
  const { name, address, token } = await withAddress()
  const other = `b.${address}`
  await change(token, { email: other, old_password: password })
  await verify(name, (await mailbox.to(other))[0])
  const first = linkIn(await mailTo(address, /email address changed/))
  await change(token, { email: `c.${address}`, old_password: password })
  expect(await undo(linkIn(await mailTo(other, /change of email/)), 'by the second')).toMatchObject({
    code: 0,
  })
  app.clock.advance(7 * DAY_MS - 1)
  expect(await undo(first, 'by the first')).toMatchObject({ code: 0 })
  expect(await signIn(name, 'by the first')).toMatchObject({ code: 0 })
  const late = linkIn(await mailTo(address, /change of email/))
  app.clock.advance(1)
  expect(await undo(late, 'too late for that')).toMatchObject({ code: 'undo_link_wrong' })
})

test('a password change notifies the verified address, whether staff or the customer made it; a stronger hash does not', async () => {
  const { name, address, token, id } = await withAddress()
  await change(token, { password: 'another password', old_password: password })
  const cookie = await ownerCookie(app)
  const body = { password: 'set by the staff' }
  await call(app, `PATCH /api/admin/accounts/${id}`, { cookie, body, headers: english })
  expect(await signIn(name, 'set by the staff')).toMatchObject({ code: 0 })
  const mails = (await mailbox.to(address, 3)).map(subjectOf)
  expect(mails.slice(1)).toEqual(['Lessor: password changed', 'Lessor: password changed'])
})
