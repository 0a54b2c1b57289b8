import { DAY_MS, MINUTE_MS } from '@lessor/kit'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { call, customer } from '../../../../test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { accountById, changeProfile, type Account } from '../accounts/index.ts'
import { anAccount, withVerifiedAddress } from '../accounts/testing.ts'
import { deleteExpiredCodes } from './delete-expired-codes.ts'
import { mailCodeLifeMs, mailCodeQuota, mailCodeTries, type MailPurpose } from './model.ts'
import { redeemMailCode } from './redeem-mail-code.ts'
import { aMailCode } from './testing.ts'
import { transaction } from '../../../platform/run-transaction.ts'

let app: TestApp
let amy: Account
let count = 0

beforeAll(async () => {
  app = await testApp()
  return () => app.stop()
})

// Each test has an account of its own, and the quota of codes to itself.
beforeEach(async () => {
  count++
  amy = await anAccount(system(), {
    username: `amy${count}`,
    email: `amy${count}@example.org`,
    password: customer.password,
  })
})

const system = () => app.command({ kind: 'system', name: 'test' })
/** Jobs of the events until now issue codes, too, and the newest code is the one that counts. */
async function jobsDone() {
  const unfinished = `select from pgboss.job where name like 'notify.%' and state in ('created', 'retry', 'active')`
  await expect.poll(async () => (await app.services.db.query(unfinished, [])).count).toBe(0)
}
const codeFor = async (purpose: MailPurpose, account = amy) => {
  await jobsDone()
  if (purpose === 'reset_password') await withVerifiedAddress(system(), account)
  return aMailCode(system(), account.id, purpose)
}
const verify = (code: string, login = amy.username) =>
  call(app, 'POST /api/auth/email/verify', { body: { login, code } })
const reset = (code: string, password = 'another password', login = amy.username) =>
  call(app, 'POST /api/auth/password/reset', { body: { login, code, password } })
const signIn = (password: string) =>
  call(app, 'POST /api/auth/login', { body: { ...customer, username: amy.username, password } })
const other = (code: string) => String((Number(code) + 1) % 1e8).padStart(8, '0')
const verifiedAt = async () => (await accountById(app.services.db, amy.id))?.emailVerifiedAt
const wrong = { status: 400, code: 'mail_code_wrong' }

test('a try is written down whether or not there was anything to try: both wait for the disk', async () => {
  const code = other(await codeFor('reset_password'))
  const transactionOf = (login: string) =>
    inTransaction(system(), 'test.case', async (tx) => {
      expect(await redeemMailCode(tx, system(), 'reset_password', { login, code })).toBeUndefined()
      const { rows } = await tx.query<{ id: string | null }>(
        'select pg_current_xact_id_if_assigned()::text as id',
        [],
      )
      return rows[0]?.id
    })
  for (const login of [amy.username, 'nobody']) expect(await transactionOf(login)).toMatch(/^\d+$/)
})

describe('verifying an address', () => {
  test('works with the code, as people type it, by name or by address', async () => {
    const code = await codeFor('verify_email')
    expect(await verify(` ${code.slice(0, 4)} ${code.slice(4)}`, amy.email?.toUpperCase())).toMatchObject({
      code: 0,
    })
    expect(await verifiedAt()).toEqual(app.clock.now())
  })

  test('an address belongs to the first account that verifies it', async () => {
    const rival = await anAccount(system(), { username: `rival${count}`, email: `AMY${count}@example.org` })
    const [code, rivals] = [await codeFor('verify_email'), await codeFor('verify_email', rival)]
    expect(await verify(code)).toMatchObject({ code: 0 })
    expect(await verify(rivals, rival.username)).toMatchObject({ status: 409, code: 'email_taken' })
  })

  test('of two accounts that verify one address at once, one gets it', async () => {
    const rival = await anAccount(system(), { username: `rival${count}`, email: `amy${count}@example.org` })
    const [code, rivals] = [await codeFor('verify_email'), await codeFor('verify_email', rival)]
    const answers = await Promise.all([verify(code), verify(rivals, rival.username)])
    expect(new Set(answers.map((answer) => answer.code))).toEqual(new Set([0, 'email_taken']))
  })

  test('of another address makes it the one that counts, and the code sent to the old one is dead', async () => {
    const sentToOld = await codeFor('reset_password')
    const email = `new${count}@example.org`
    const changed = await transaction(app.services.db, (tx) =>
      changeProfile(tx, system(), { accountId: amy.id, email }),
    )
    expect(changed?.after).toMatchObject({
      email: amy.email,
      emailVerifiedAt: app.clock.now(),
      pendingEmail: email,
    })
    expect(await verify(await codeFor('verify_email'))).toMatchObject({ code: 0 })
    expect(await accountById(app.services.db, amy.id)).toMatchObject({ email, pendingEmail: null })
    expect(await reset(sentToOld)).toMatchObject(wrong)
  })

  test('a password is not set through an unverified address', async () => {
    await expect(aMailCode(system(), amy.id, 'reset_password')).rejects.toThrow('No code was issued')
  })
})

describe('a mailed code', () => {
  test('sets a new password, and the old one is worth nothing', async () => {
    expect(await reset(await codeFor('reset_password'))).toMatchObject({ code: 0 })
    expect(await signIn(customer.password)).toMatchObject({ code: 'invalid_credentials' })
    expect(await signIn('another password')).toMatchObject({ code: 0 })
  })

  test('works for exactly one of 20 that use it at once', async () => {
    const code = await codeFor('reset_password')
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => reset(code, `the password ${i}`)))
    const won = answers.flatMap((answer, i) => (answer.code === 0 ? [i] : []))
    expect(won).toHaveLength(1)
    expect(await signIn(`the password ${won[0]}`)).toMatchObject({ code: 0 })
  })

  test(`dies with its ${mailCodeTries}th wrong try, even when the tries come at once`, async () => {
    const code = await codeFor('reset_password')
    const answers = await Promise.all(Array.from({ length: 12 }, () => reset(other(code))))
    expect(new Set(answers.map((answer) => answer.code))).toEqual(new Set(['mail_code_wrong']))
    expect(await reset(code)).toMatchObject(wrong)
    const { rows } = await app.services.db.query<{ attempts: number }>(
      'select attempts from mail_codes_code where account_id = $1',
      [amy.id],
    )
    expect(rows).toEqual([{ attempts: mailCodeTries }])
  })

  test('works after wrong tries, while there are any left', async () => {
    const code = await codeFor('reset_password')
    for (let i = 1; i < mailCodeTries; i++) expect(await reset(other(code))).toMatchObject(wrong)
    expect(await reset(code)).toMatchObject({ code: 0 })
  })

  test('is too old after 15 minutes', async () => {
    const code = await codeFor('verify_email')
    app.clock.advance(mailCodeLifeMs - 1)
    expect(await verify(code)).toMatchObject({ code: 0 })
    const later = await codeFor('reset_password')
    app.clock.advance(mailCodeLifeMs)
    expect(await reset(later)).toMatchObject(wrong)
  })

  test('is replaced by the next one', async () => {
    const first = await codeFor('reset_password')
    app.clock.advance(1)
    const second = await codeFor('reset_password')
    expect(await reset(first)).toMatchObject(wrong)
    expect(await reset(second)).toMatchObject({ code: 0 })
  })

  test('opens only what it was sent for, and no other account', async () => {
    const verification = await codeFor('verify_email')
    expect(await reset(verification)).toMatchObject(wrong)
    const bob = await anAccount(system(), { username: `bob${count}`, email: `bob${count}@example.org` })
    expect(await verify(verification, bob.username)).toMatchObject(wrong)
    expect(await verify(verification)).toMatchObject({ code: 0 })
  })

  test('dies when the password is changed in another way', async () => {
    const first = await codeFor('reset_password')
    const { data } = await signIn(customer.password)
    const body = { password: 'changed by hand', old_password: customer.password }
    expect(await call(app, 'PATCH /api/users/me', { token: data.token, body })).toMatchObject({ code: 0 })
    expect(await reset(first)).toMatchObject(wrong)
  })

  test('stands in the database as a keyed hash only', async () => {
    const code = await codeFor('reset_password')
    const { rows } = await app.services.db.query<{ text: string }>(
      'select t::text as text from mail_codes_code t where account_id = $1',
      [amy.id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.text).not.toContain(code)
    expect(rows[0]?.text).not.toContain(Buffer.from(code).toString('hex'))
  })

  test('leaves the database a day after it was made, and no sooner', async () => {
    // What other tests left is of the same moment or older.
    app.clock.advance(1)
    await codeFor('reset_password')
    app.clock.advance(DAY_MS)
    await deleteExpiredCodes(system())
    app.clock.advance(1)
    expect(await deleteExpiredCodes(system())).toBe(1)
  })

  test('is given out no oftener than the quota, to one account and to one unverified mailbox', async () => {
    for (let i = 0; i < mailCodeQuota.codes; i++) await codeFor('verify_email')
    await expect(codeFor('verify_email')).rejects.toThrow('No code was issued')
    const again = await anAccount(system(), { username: `again${count}`, email: `Amy${count}@Example.org` })
    await expect(codeFor('verify_email', again)).rejects.toThrow('No code was issued')
    app.clock.advance(10 * MINUTE_MS)
    expect(await codeFor('verify_email')).toMatch(/^\d{8}$/)
    for (let i = 0; i < mailCodeQuota.codes; i++) await codeFor('reset_password')
    await expect(codeFor('reset_password')).rejects.toThrow('No code was issued')
  })

  test('for a new password comes however many strangers gave the same address', async () => {
    await withVerifiedAddress(system(), amy)
    for (let i = 0; i <= mailCodeQuota.codes; i++) {
      const stranger = await anAccount(system(), { username: `s${count}.${i}`, email: amy.email ?? '' })
      await codeFor('verify_email', stranger).catch(() => 'over the quota of that mailbox')
    }
    expect(await codeFor('reset_password')).toMatch(/^\d{8}$/)
  })
})

describe('asking for a code', () => {
  const asked = async () => {
    const sql = `select count(*) as n from platform_event where name = 'mail_codes.code_wanted.v1'`
    return (await app.services.db.query<{ n: number }>(sql, [])).rows[0]?.n ?? 0
  }
  const ask = (login: string) => call(app, 'POST /api/auth/password/forgot', { body: { login } })

  test('answers and writes the same whether or not there is such an account', async () => {
    const seen = []
    for (const login of [amy.username, amy.email ?? '', 'nobody.here', 'nobody@example.org']) {
      const before = await asked()
      const { status, code, data } = await ask(login)
      seen.push({ status, code, data, events: (await asked()) - before })
    }
    expect(seen).toEqual(Array(4).fill({ status: 200, code: 0, data: {}, events: 1 }))
  })

  test('a wrong code for an unknown account is refused like one for a known account', async () => {
    const forNobody = await reset('12345678', 'another password', 'nobody.here')
    const forSomebody = await reset('12345678')
    expect({ ...forNobody, requestId: '', headers: '' }).toEqual({
      ...forSomebody,
      requestId: '',
      headers: '',
    })
  })

  test('is limited by the caller’s address, for both kinds of codes together', async () => {
    const limited = await testAppForThis({ env: { LESSOR_RATE_LIMIT_ENABLED: 'true' } })
    const kinds = ['POST /api/auth/password/forgot', 'POST /api/auth/email/verify-request']
    const answers = []
    for (let i = 0; i < 6; i++)
      answers.push(await call(limited, kinds[i % 2] ?? '', { body: { login: `amy${i}` } }))
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 'rate_limited'])
    expect(answers[5]?.status).toBe(429)
    expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
