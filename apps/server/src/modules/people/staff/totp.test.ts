import { listAudit } from '../../core/audit/index.ts'
import { TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { call, cookieOf, ownerCookie } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { hire, staffPassword } from './testing.ts'

const stepMs = 30_000

let app: TestApp
let cookie: string
let username: string
let id: string
let secret: string
beforeEach(async () => {
  app = await testApp()
  ;({ id, username } = await hire(app.command({ kind: 'system', name: 'test' }), 'admin'))
  cookie = cookieOf(await login())
  return () => app.stop()
})

const login = (totp?: string, password = staffPassword) =>
  call(app, 'POST /api/admin/login', { body: { username, password, ...(totp !== undefined && { totp }) } })
const codeAt = (offsetMs = 0) =>
  new TOTP({ secret }).generate({ timestamp: app.clock.now().getTime() + offsetMs })
const confirm = (code: string) => call(app, 'POST /api/admin/me/totp/confirm', { cookie, body: { code } })
const wrongCode = () => String((Number(codeAt()) + 1) % 1_000_000).padStart(6, '0')

async function setUp(): Promise<string> {
  const { data } = await call(app, 'POST /api/admin/me/totp', { cookie })
  secret = data.secret
  return data.otpauth_uri
}

/** Turns it on, and moves on to where a new code can be used. */
async function turnOn(): Promise<string[]> {
  await setUp()
  const { data } = await confirm(codeAt())
  app.clock.advance(2 * stepMs)
  return data.recovery_codes
}

describe('setting up', () => {
  test('answers what an authenticator reads, and asks for no code until one was confirmed', async () => {
    const uri = new URL(await setUp())
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(uri.href).toMatch(/^otpauth:\/\/totp\/Lessor:admin-/)
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Lessor', secret, algorithm: 'SHA1', digits: '6', period: '30',
    }) // prettier-ignore
    expect((await login()).code).toBe(0)
    expect((await confirm(wrongCode())).code).toBe('totp_wrong')
    expect((await login()).code).toBe(0)
    expect((await confirm(codeAt())).data.recovery_codes).toHaveLength(10)
    expect((await login()).code).toBe('totp_required')
    // Somebody has the password and lacks the code: worth knowing.
    const { items } = await listAudit(app.services.db, { action: 'staff.sign_in_without_code' }, { limit: 5 })
    expect(items).toMatchObject([{ subjectKind: 'staff', actorKind: 'visitor' }])
  })

  test('takes the password, unless the session is minutes old', async () => {
    const ask = (body: object) => call(app, 'POST /api/admin/me/totp', { cookie, body })
    app.clock.advance(11 * 60_000)
    expect(await ask({})).toMatchObject({ status: 400, errors: [{ path: 'password' }] })
    expect(await ask({ password: 'not the password' })).toMatchObject({ code: 'invalid_credentials' })
    expect(await ask({ password: staffPassword })).toMatchObject({ code: 0 })
  })

  test('ends the other sessions, which were opened without it', async () => {
    const other = cookieOf(await login())
    await turnOn()
    expect((await call(app, 'GET /api/admin/me', { cookie: other })).status).toBe(401)
    expect((await call(app, 'GET /api/admin/me', { cookie })).code).toBe(0)
  })

  test('takes codes as people type them: with a space, or in full width', async () => {
    await setUp()
    const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`
    expect(await confirm(spaced(codeAt()))).toMatchObject({ code: 0 })
    app.clock.advance(2 * stepMs)
    expect(await login(spaced(codeAt()))).toMatchObject({ code: 0 })
    app.clock.advance(2 * stepMs)
    const wide = codeAt().replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    expect(await login(wide)).toMatchObject({ code: 0 })
  })

  test('keeps the secret sealed and the recovery codes hashed', async () => {
    const codes = await turnOn()
    const { rows } = await app.services.db.query<Record<string, Buffer>>(
      'select totp_secret, code_hash from staff_member join staff_recovery_code on staff_id = id where id = $1',
      [id],
    )
    expect(rows).toHaveLength(10)
    const stored = Buffer.concat(rows.flatMap((row) => Object.values(row)))
    expect(stored.includes(secret)).toBe(false)
    for (const code of codes) expect(stored.includes(code.slice(0, 9))).toBe(false)
    expect(app.logged.join()).not.toContain(secret)
  })

  test('is refused while it is on, and confirming where nothing was set up', async () => {
    expect((await confirm('123456')).code).toBe('totp_not_set_up')
    await turnOn()
    expect((await call(app, 'POST /api/admin/me/totp', { cookie })).code).toBe('totp_already_on')
    expect((await confirm(codeAt())).code).toBe('totp_already_on')
  })

  test('leaves one secret and one set of recovery codes when it is confirmed twice at once', async () => {
    await setUp()
    const answers = await Promise.all([confirm(codeAt()), confirm(codeAt())])
    expect(answers.map(({ code }) => code).sort()).toEqual([0, 'totp_already_on'])
    expect((await call(app, 'GET /api/admin/me', { cookie })).data).toMatchObject({
      totp_enabled: true,
      recovery_codes_left: 10,
    })
  })
})

describe('signing in with a second factor', () => {
  test('asks for the code only after the right password', async () => {
    await turnOn()
    expect((await login(undefined, 'wrong')).code).toBe('invalid_credentials')
    expect((await login(codeAt(), 'wrong')).code).toBe('invalid_credentials')
    const asked = await login()
    expect([asked.status, asked.code, asked.headers.getSetCookie()]).toEqual([401, 'totp_required', []])
    expect((await login(codeAt())).code).toBe(0)
  })

  test.for(['wrong', '', '000 000', '1234567', 'AAAA-AAAA-AAAA-AAAA'])(
    'is refused with the code "%s"',
    async (code) => {
      await turnOn()
      expect((await login(code || wrongCode())).code).toBe('invalid_credentials')
    },
  )

  test('a TOTP code works once', async () => {
    await turnOn()
    const code = codeAt()
    expect((await login(code)).code).toBe(0)
    expect((await login(code)).code).toBe('invalid_credentials')
    app.clock.advance(stepMs)
    expect((await login(code)).code).toBe('invalid_credentials')
    expect((await login(codeAt())).code).toBe(0)
  })

  test('a TOTP code that turned it on does not also sign in', async () => {
    await setUp()
    const code = codeAt()
    await confirm(code)
    expect((await login(code)).code).toBe('invalid_credentials')
  })

  test('a TOTP code that 20 send at once works for one', async () => {
    await turnOn()
    const code = codeAt()
    const answers = await Promise.all(Array.from({ length: 20 }, () => login(code)))
    expect(answers.filter((answer) => answer.code === 0)).toHaveLength(1)
    expect(answers.filter((answer) => answer.code === 'invalid_credentials')).toHaveLength(19)
  })

  test.for([
    [-2, 'invalid_credentials'],
    [-1, 0],
    [1, 0],
    [2, 'invalid_credentials'],
  ] as const)('a code of %i steps from now gets %s', async ([steps, code]) => {
    await turnOn()
    app.clock.advance(2 * stepMs)
    expect((await login(codeAt(steps * stepMs))).code).toBe(code)
  })

  test('a recovery code works once, however it is written, also when 5 send it at once', async () => {
    const [first = '', second = ''] = await turnOn()
    expect((await login(first.toLowerCase().replaceAll('-', ' '))).code).toBe(0)
    expect((await login(first)).code).toBe('invalid_credentials')
    const answers = await Promise.all(Array.from({ length: 5 }, () => login(second)))
    expect(answers.filter((answer) => answer.code === 0)).toHaveLength(1)
    expect((await call(app, 'GET /api/admin/me', { cookie })).data.recovery_codes_left).toBe(8)
  })

  test("one's recovery code is nobody else's", async () => {
    const [code = ''] = await turnOn()
    const other = await hire(app.command({ kind: 'system', name: 'test' }), 'support')
    const otherCookie = cookieOf(
      await call(app, 'POST /api/admin/login', {
        body: { username: other.username, password: staffPassword },
      }),
    )
    secret = (await call(app, 'POST /api/admin/me/totp', { cookie: otherCookie })).data.secret
    await call(app, 'POST /api/admin/me/totp/confirm', { cookie: otherCookie, body: { code: codeAt() } })
    const body = { username: other.username, password: staffPassword, totp: code }
    expect((await call(app, 'POST /api/admin/login', { body })).code).toBe('invalid_credentials')
  })
})

describe('turning it off', () => {
  const turnOff = (body: object) => call(app, 'DELETE /api/admin/me/totp', { cookie, body })

  test('takes the password and a code, and forgets the secret and the recovery codes', async () => {
    expect((await turnOff({ password: staffPassword, code: '123456' })).code).toBe('totp_not_set_up')
    const [recovery = ''] = await turnOn()
    expect((await turnOff({ password: 'wrong', code: codeAt() })).code).toBe('invalid_credentials')
    expect((await turnOff({ password: staffPassword, code: wrongCode() })).code).toBe('invalid_credentials')
    expect((await turnOff({ password: staffPassword })).errors).toMatchObject([{ path: 'code' }])
    expect((await login()).code).toBe('totp_required')
    expect((await turnOff({ password: staffPassword, code: recovery })).code).toBe(0)
    expect((await login()).code).toBe(0)
    expect((await call(app, 'GET /api/admin/me', { cookie })).data).toMatchObject({
      totp_enabled: false,
      recovery_codes_left: 0,
    })
  })

  test('can be done by an owner, for who lost it; a new one can be set up at once', async () => {
    await turnOn()
    const owner = await ownerCookie(app)
    expect((await call(app, `DELETE /api/admin/staff/${id}/totp`, { cookie: owner })).code).toBe(0)
    expect((await call(app, `DELETE /api/admin/staff/${id}/totp`, { cookie: owner })).code).toBe(
      'totp_not_set_up',
    )
    expect((await login()).code).toBe(0)
    await setUp()
    expect((await confirm(codeAt())).code).toBe(0)
  })
})
