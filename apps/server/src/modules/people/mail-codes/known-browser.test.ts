import { expect, test } from 'vitest'
import { call, cookieOf, customer } from '../../../../test/calls.ts'
import { testApp } from '../../../../test/harness.ts'
import { anAccount, withVerifiedAddress } from '../accounts/testing.ts'
import { mailCodeQuota, mailCodeTries } from './model.ts'
import { aMailCode } from './testing.ts'

const app = await testApp()
const system = () => app.command({ kind: 'system', name: 'test' })

async function holder(username: string) {
  const account = await anAccount(system(), {
    username,
    email: `${username}@example.org`,
    password: customer.password,
  })
  await withVerifiedAddress(system(), account)
  return account
}
const browserOf = async (username: string) =>
  cookieOf(await call(app, 'POST /api/portal/login', { body: { username, password: customer.password } }))
const ask = async (login: string, cookie = '') => {
  await call(app, 'POST /api/auth/password/forgot', { cookie, body: { login } })
  const unfinished = `select from pgboss.job where name like 'notify.%' and state in ('created', 'retry', 'active')`
  await expect.poll(async () => (await app.services.db.query(unfinished, [])).count).toBe(0)
}
const mailed = async (accountId: string) => {
  const counted = 'select count(*)::int as codes from mail_codes_code where account_id = $1'
  return (await app.services.db.query<{ codes: number }>(counted, [accountId])).rows[0]?.codes
}
const reset = async (login: string, code: string, cookie = '') =>
  (await call(app, 'POST /api/auth/password/reset', { cookie, body: { login, code, password: 'a new password' } }))
    .code // prettier-ignore
const wrongOf = (code: string) => String((Number(code) + 1) % 1e8).padStart(8, '0')

test.each(['username', 'address'])(
  'strangers who use up the codes of an account leave its own browser those that it asks for by %s',
  async (by) => {
    const amy = await holder(`amy-${by}`)
    const login = by === 'address' ? `amy-${by}@example.org` : amy.username
    const [own, other] = [
      await browserOf(amy.username),
      await browserOf((await holder(`bob-${by}`)).username),
    ]
    for (let i = 0; i <= mailCodeQuota.codes; i++) await ask(login, i % 2 === 0 ? '' : other)
    expect(await mailed(amy.id)).toBe(mailCodeQuota.codes)
    await ask(login, own)
    expect(await mailed(amy.id)).toBe(mailCodeQuota.codes + 1)
  },
)

test('and their tries and codes leave its own code good there', async () => {
  const { id, username } = await holder('carol')
  const own = await browserOf(username)
  const code = await aMailCode(system(), id, 'reset_password', true)
  app.clock.advance(1)
  await aMailCode(system(), id, 'reset_password')
  for (let i = 0; i < mailCodeTries; i++) expect(await reset(username, wrongOf(code))).toBe('mail_code_wrong')
  expect(await reset(username, code)).toBe('mail_code_wrong')
  expect(await reset(username, code, own)).toBe(0)
})

test('a code that its own browser asked for works elsewhere too, as long as there are tries', async () => {
  const { id, username } = await holder('dave')
  const code = await aMailCode(system(), id, 'reset_password', true)
  expect(await reset(username, code)).toBe(0)
})

test('its own browser has no more tries than anybody', async () => {
  const { id, username } = await holder('erin')
  const own = await browserOf(username)
  const code = await aMailCode(system(), id, 'reset_password', true)
  for (let i = 0; i < mailCodeTries; i++) await reset(username, wrongOf(code), own)
  expect(await reset(username, code, own)).toBe('mail_code_wrong')
})
