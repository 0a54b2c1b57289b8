import { beforeAll, describe, expect, test } from 'vitest'
import { call, customer, ownerCookie } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'

const { password } = customer
let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  return () => app.stop()
})

const make = (body: object) => call(app, 'POST /api/admin/accounts', { cookie, body })
const change = (id: string, body: object) => call(app, `PATCH /api/admin/accounts/${id}`, { cookie, body })
const signIn = (username: string) =>
  call(app, 'POST /api/auth/login', {
    body: { username, password, hardware_code: 'HW-1', software_version: '1.0.0' },
  })

describe('an account made by staff', () => {
  test('signs in at once where it has a name and a password; its address is unverified', async () => {
    const made = await make({ username: 'By.Hand', display_name: '王阿姨（二楼）', email: 'by@example.org', password, note: 'walked in' }) // prettier-ignore
    expect(made).toMatchObject({
      status: 200,
      data: {
        username: 'By.Hand',
        has_username: true,
        display_name: '王阿姨（二楼）',
        email: 'by@example.org',
        email_verified: false,
        has_password: true,
        note: 'walked in',
      },
    })
    expect((await signIn('by.hand')).code).toBe(0)
    const log = await call(app, `GET /api/admin/logs/audit?subject_id=${made.data.id}`, { cookie })
    expect(log.data.items).toMatchObject([{ action: 'accounts.created', after: { username: 'By.Hand' } }])
    expect(JSON.stringify(log.data)).not.toContain(password)
  })

  test('needs a name of either kind; a sign-in name is taken once, a display name as often as wanted', async () => {
    expect(await make({ note: 'nameless' })).toMatchObject({ status: 400, errors: [{ path: 'username' }] })
    expect(await make({ username: 'BY.hand' })).toMatchObject({ status: 409, code: 'username_taken' })
    expect(await make({ display_name: 'Twins (two)' })).toMatchObject({ data: { has_username: false } })
    expect(await make({ display_name: 'Twins (two)' })).toMatchObject({ data: { has_username: false } })
  })

  test('once per Idempotency-Key', async () => {
    const asked = { cookie, headers: { 'idempotency-key': 'made-by-hand' }, body: { display_name: 'once' } }
    const [one, other] = [
      await call(app, 'POST /api/admin/accounts', asked),
      await call(app, 'POST /api/admin/accounts', asked),
    ]
    expect(other.data).toEqual(one.data)
  })
})

describe('an account changed by staff', () => {
  test('keeps what is not named, and the log has before and after', async () => {
    const { data } = await make({ username: 'changed', email: 'old@example.org', note: 'before' })
    expect((await change(data.id, { note: 'after\nin two lines' })).data).toMatchObject({
      username: 'changed',
      email: 'old@example.org',
      note: 'after\nin two lines',
    })
    const log = await call(app, `GET /api/admin/logs/audit?subject_id=${data.id}&limit=1`, { cookie })
    expect(log.data.items).toMatchObject([
      { action: 'accounts.changed', before: { note: 'before' }, after: { note: 'after\nin two lines' } },
    ])
  })

  test('has another address only once that is verified', async () => {
    const { data } = await make({ username: 'readdressed', email: 'first@example.org' })
    await app.services.db.query('update accounts_account set email_verified_at = now() where id = $1', [data.id]) // prettier-ignore
    expect((await change(data.id, { email: 'second@example.org' })).data).toMatchObject({
      email: 'first@example.org',
      email_verified: true,
      pending_email: 'second@example.org',
    })
    const { rows } = await app.services.db.query(
      `select name from platform_event where payload->>'account_id' = $1 order by occurred_at`,
      [data.id],
    )
    expect(rows.map((row) => (row as { name: string }).name)).toContain('accounts.address_given.v1')
  })

  test('gets a sign-in name once, by the rules of one; its display name stays', async () => {
    const { data } = await make({ display_name: 'Mrs. Li (2nd)', password })
    expect((await signIn('Mrs. Li (2nd)')).status).toBe(401)
    expect(await change(data.id, { username: 'Mrs. Li' })).toMatchObject({ status: 400, errors: [{ path: 'username' }] }) // prettier-ignore
    expect(await change(data.id, { username: 'CHANGED' })).toMatchObject({ code: 'username_taken' })
    expect((await change(data.id, { username: 'mrs.li' })).data).toMatchObject({
      username: 'mrs.li',
      has_username: true,
      display_name: 'Mrs. Li (2nd)',
    })
    expect((await signIn('MRS.LI')).code).toBe(0)
    expect(await change(data.id, { username: 'mrs.li.2' })).toMatchObject({ code: 'username_given' })
  })

  test('signs in by its display name once it has a password, where that can be a sign-in name and is free', async () => {
    const named = async (display_name: string) => (await make({ display_name })).data.id as string
    for (const [name, signsIn] of [
      ['aunt.li', true],
      ['AUNT.LI', false],
      ['Aunt Li (3rd floor)', false],
    ] as const) {
      const id = await named(name)
      expect((await change(id, { password })).data).toMatchObject({
        display_name: name,
        has_username: signsIn,
      })
    }
    expect((await signIn('aunt.li')).code).toBe(0)
  })

  test('keeps a display name while it has no other', async () => {
    const { data } = await make({ display_name: 'only this' })
    const refused = await change(data.id, { display_name: null })
    expect(refused).toMatchObject({ status: 400, errors: [{ path: 'display_name' }] })
    expect((await change(data.id, { display_name: 'now（that）' })).data).toMatchObject({
      username: 'now（that）',
      display_name: 'now（that）',
    })
    expect(await change(data.id, { display_name: '\u3164' })).toMatchObject({ status: 400 })
  })

  test.for([
    ['zh', '不能含改变文字方向的字符'],
    ['en', 'none that changes the direction of the text'],
  ] as const)(
    'a display name that reads as another one is refused at its field (%s)',
    async ([language, why]) => {
      const asked = {
        cookie,
        headers: { 'accept-language': language },
        body: { display_name: 'Li \u202eimdA' },
      }
      expect(await call(app, 'POST /api/admin/accounts', asked)).toMatchObject({
        status: 400,
        errors: [{ path: 'display_name', message: expect.stringContaining(why) }],
      })
    },
  )
})
