import { randomBytes } from 'node:crypto'
import { TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { call, cookieOf, issueCodes, ownerCookie, signedIn } from '../../test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../../test/harness.ts'
import { verifyAudit } from '../modules/core/audit/index.ts'
import { someCodes } from '../modules/sales/codes/testing.ts'
import { sealedColumns } from '../platform/sealed-column.ts'
import { retireKey } from './retire-key.ts'

const key = (id: number) => ({ id, key: randomBytes(32) })
const [first, second] = [key(1), key(2)]
const columns = sealedColumns()

let before: TestApp
beforeEach(async () => {
  before = await testApp({ ring: [first] })
  return () => before.stop()
})

const options = () => ({
  env: {
    DATABASE_URL: before.databaseUrl,
    JWT_SECRET: randomBytes(36).toString('base64'),
    LESSOR_SECRETS_KEYS: [second, first].map(({ id, key }) => `${id}:${key.toString('base64')}`).join(),
  },
  name: 'test',
  language: 'en' as const,
  verbose: false,
})
const retire = (id = 1, onProgress: (done: number, of: number) => void = () => undefined) =>
  retireKey(options(), id, onProgress)
const leftOf = async (id: number) =>
  Promise.all(columns.map(async (column) => [column.name, await column.left(before.services.db, id)]))

const at = (purpose: string) => columns.findIndex((column) => column.purpose === purpose)
const codesLeft = () => columns[at('codes')]!.left(before.services.db, 1)

/** Something of every kind that a key seals or hashes. */
async function sealEverything() {
  const cookie = await ownerCookie(before)
  const { token } = await signedIn(before, 'customer')
  const codes = await issueCodes(before, cookie, { count: 3 })
  const keyed = { headers: { 'idempotency-key': 'the-same-key' }, body: { level: 1, days: 7, count: 2 } }
  const issued = await call(before, 'POST /api/admin/code-batches', { cookie, ...keyed })
  const user = await call(before, 'POST /api/admin/users', { cookie, body: { username: 'wang', days: 3 } })
  const smtp = 'smtp://user:pass@127.0.0.1:1'
  await call(before, 'PATCH /api/admin/settings', { cookie, body: { mail: { smtp_url: smtp } } })
  const { secret } = (
    await call(before, 'POST /api/admin/me/totp', { cookie, body: { password: before.ownerPassword } })
  ).data
  const timestamp = before.clock.now().getTime()
  const code = new TOTP({ secret }).generate({ timestamp })
  const { data } = await call(before, 'POST /api/admin/me/totp/confirm', { cookie, body: { code } })
  before.clock.advance(60_000)
  return {
    cookie,
    token,
    user: user.data,
    codes,
    keyed,
    issued,
    smtp,
    secret,
    recovery: data.recovery_codes as string[],
  }
}

describe('a key that is retired', () => {
  test('holds nothing any more, and whatever it held is as it was without it', async () => {
    const { token, user, codes, keyed, issued, smtp, secret, recovery } = await sealEverything()
    const held = (await leftOf(1)).filter(([, rows]) => rows !== 0).map(([name]) => name)
    expect(held.length).toBeGreaterThanOrEqual(5)
    const progress: number[] = []
    const { resealed, inConfig } = await retire(1, (done, of) => progress.push(done / of))
    expect(resealed).toBeGreaterThanOrEqual(8)
    expect(inConfig).toBe(true)
    expect(progress.at(-1)).toBe(1)
    expect((await leftOf(1)).filter(([, rows]) => rows !== 0)).toEqual([])

    const after = await testAppForThis({ ring: [second], beside: before })
    const login = async (totp: string) =>
      call(after, 'POST /api/admin/login', {
        body: { username: 'owner', password: before.ownerPassword, totp },
      })
    const timestamp = before.clock.now().getTime()
    const signed = await login(new TOTP({ secret }).generate({ timestamp }))
    expect(signed.status).toBe(200)
    const cookie = cookieOf(signed)
    expect((await login(recovery[0] ?? '')).status).toBe(200)
    expect(after.services.secretSetting('mail.smtp_url')).toBe(smtp)
    const link = await call(after, `POST /api/admin/users/${user.user.id}/reveal-link`, { cookie })
    expect(link.data.token).toBe(user.token)
    expect((await call(after, 'POST /api/admin/code-batches', { cookie, ...keyed })).data).toEqual(
      issued.data,
    )
    const { token: fresh } = await signedIn(after, 'somebody')
    const redeemed = await call(after, 'POST /api/recharge', {
      token: fresh,
      body: { card_code: codes[0] },
      headers: { 'idempotency-key': 'redeem-once-1' },
    })
    expect(redeemed.status).toBe(200)
    expect(await verifyAudit(after.services)).toMatchObject({ ok: true })
    expect((await call(after, 'GET /api/users/me', { token })).status).toBe(401)
    const { keys } = (await (await fetch(`${after.url}/.well-known/lessor/keys.json`)).json()) as {
      keys: { kid: string }[]
    }
    expect(keys.map(({ kid }) => kid)).toEqual(['2'])
  })

  test('signs and seals nothing more, also while the ring still has it', async () => {
    const { token } = await signedIn(before, 'customer')
    await retire()
    const after = await testAppForThis({ ring: [second, first], beside: before })
    expect((await call(after, 'GET /api/users/me', { token })).status).toBe(401)
    expect(after.services.secrets.signingKeys.map(({ kid }) => kid)).toEqual(['2'])
    await expect(testApp({ ring: [first], beside: before })).rejects.toThrow('key_lost')
    await expect(testApp({ ring: [first, second], beside: before })).rejects.toThrow('key_retired')
  })

  test('is finished by the next run when one ends half way, while codes are redeemed', async () => {
    const { texts } = await someCodes(before.command({ kind: 'system', name: 'test' }), 1_000)
    for (let i = 0; i < 4; i++) await someCodes(before.command({ kind: 'system', name: 'test' }), 1_000)
    // After the first step of the codes' table, whichever columns come before it.
    const steps = await Promise.all(columns.map((column) => column.steps(before.services.db)))
    const cutAt = steps.slice(0, at('codes')).reduce((sum, count) => sum + count, 1)
    const cut = (done: number) => {
      if (done === cutAt) throw new Error('killed')
    }
    await expect(retire(1, cut)).rejects.toThrow('killed')
    const left = await codesLeft()
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(5_000)
    const rotated = await testAppForThis({ ring: [second, first], beside: before })
    const { token } = await signedIn(rotated, 'customer')
    const redeem = (card_code: string | undefined, i: number) =>
      call(rotated, 'POST /api/recharge', {
        token,
        body: { card_code },
        headers: { 'idempotency-key': `redeem-${i}-once` },
      })
    const [done, ...answers] = await Promise.all([retire(), ...texts.slice(0, 20).map(redeem)])
    expect(done.resealed).toBeGreaterThanOrEqual(left)
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect((await leftOf(1)).filter(([, rows]) => rows !== 0)).toEqual([])
    expect((await redeem(texts[500], 500)).status).toBe(200)
    const twice = await redeem(texts[0], 1_000)
    expect(twice.code).toBe('code_used')
  })

  test('is not the newest, and one of the ring', async () => {
    await expect(retire(2)).rejects.toThrow('key_in_use')
    await expect(retire(9)).rejects.toThrow('key_unknown')
  })
})
