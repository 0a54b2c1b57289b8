import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { call, cookieOf, issueCodes, ownerCookie, type CallOptions } from '../calls.ts'
import { testApp, type TestApp } from '../harness.ts'

const unique = (name: string) => `${name}-${randomBytes(6).toString('hex')}`

/** What must be in no line of the log, nor kept of a failed job. */
const secrets = {
  username: unique('lihua'),
  password: unique('pass'),
  newPassword: unique('fresh'),
  email: `${unique('lihua')}@example.org`,
  displayName: unique('Li Hua'),
  note: unique('owes me'),
  smtpPassword: unique('smtp'),
  totp: '493817',
  code: '',
  otherCode: '',
  token: '',
  sessionToken: '',
  cookie: '',
  staffCookie: '',
}

let app: TestApp
let calls: [string, CallOptions][]

beforeAll(async () => {
  app = await testApp()
  const { username, password, newPassword, email, displayName, note, smtpPassword, totp } = secrets
  const staff = await ownerCookie(app)
  const [code = '', otherCode = ''] = await issueCodes(app, staff, { count: 2 })
  await call(app, 'POST /api/auth/register', { body: { username, password, email } })
  const device = { hardware_code: unique('HW'), software_version: '1' }
  const login = { body: { username, password, ...device } }
  const { data } = await call(app, 'POST /api/auth/login', login)
  const cookie = cookieOf(await call(app, 'POST /api/portal/login', { body: { username, password } }))
  const valueIn = (text: string) => text.split('=')[1] ?? ''
  Object.assign(secrets, { code, otherCode, token: data.token, sessionToken: data.session_token })
  Object.assign(secrets, { cookie: valueIn(cookie), staffCookie: valueIn(staff) })
  const token = data.token as string
  const owner = { username: 'owner', password: app.ownerPassword, totp }
  calls = [
    ['POST /api/auth/register', { body: { username: unique(username), password, email: `a${email}` } }],
    ['POST /api/auth/login', login],
    ['POST /api/portal/login', { body: { username, password } }],
    ['POST /api/auth/login', { body: { ...login.body, password: newPassword } }],
    ['POST /api/heartbeat', { body: { session_token: data.session_token, status: { note } } }],
    ['GET /api/users/me', { token }],
    ['GET /api/users/me', { cookie }],
    ['PATCH /api/users/me', { token, body: { display_name: displayName } }],
    ['PATCH /api/users/me', { token, body: { email: `b${email}`, old_password: password } }],
    ['POST /api/recharge', { token, body: { card_code: code } }],
    ['POST /api/auth/password/forgot', { body: { login: username } }],
    ['POST /api/auth/password/reset', { body: { login: email, code: totp, password: newPassword } }],
    ['POST /api/admin/login', { body: owner }],
    ['POST /api/admin/me/totp/confirm', { cookie: staff, body: { code: totp } }],
    ['GET /api/admin/me', { cookie: staff }],
    [`GET /api/admin/accounts?q=${username}`, { cookie: staff }],
    [`GET /api/admin/accounts?q=${encodeURIComponent(email)}`, { cookie: staff }],
    [`GET /api/admin/codes?q=${otherCode}`, { cookie: staff }],
    [`GET /api/admin/logs/logins?username=${username}`, { cookie: staff }],
    [`PATCH /api/admin/accounts/${data.user.id}`, { cookie: staff, body: { note } }],
    [
      `POST /api/admin/accounts/${data.user.id}/grant`,
      { cookie: staff, body: { change_days: 1, level: 1, reason: note } },
    ],
    [
      'POST /api/admin/staff',
      { cookie: staff, body: { username: unique('staff'), password, role: 'support' } },
    ],
    [
      'PATCH /api/admin/settings',
      { cookie: staff, body: { mail: { smtp_url: `smtp://x:${smtpPassword}@localhost` } } },
    ],
  ]
})
afterAll(() => app.stop())

const sql = <Row>(text: string) => app.services.db.query<Row>(text, []).then(({ rows }) => rows)
const tables = async () =>
  (
    await sql<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'platform_instance' order by 1`,
    )
  ).map(({ name }) => name)

/** Does every call while each table in turn is as `breakIt` leaves it; answers how many of them failed. */
async function whileEachFails(breakIt: (table: string) => string, mendIt: (table: string) => string) {
  let failed = 0
  for (const table of await tables()) {
    await sql(breakIt(table))
    const answers = await Promise.all(calls.map(([at, options]) => call(app, at, options)))
    failed += answers.filter(({ status }) => status >= 500).length
    await sql(mendIt(table))
  }
  return failed
}

async function expectNothingTold() {
  const outputs = await sql<{ text: string }>(
    'select output::text as text from pgboss.job where output is not null',
  )
  const written = [...app.logged, ...outputs.map(({ text }) => text)].join('\n')
  const found = Object.entries(secrets).filter(([, secret]) => secret !== '' && written.includes(secret))
  expect(found.map(([name]) => name)).toEqual([])
}

test(
  'while no statement finds its table, no secret and nothing of a person is logged',
  { timeout: 120_000 },
  async () => {
    app.logged.length = 0
    const failed = await whileEachFails(
      (table) => `alter table ${table} rename to gone`,
      (table) => `alter table gone rename to ${table}`,
    )
    expect(failed).toBeGreaterThan(50)
    expect(app.logged.filter((line) => line.includes('"code":"42P01"')).length).toBeGreaterThan(50)
    await expectNothingTold()
    process.stdout.write(`no tables: ${JSON.stringify({ failed, lines: app.logged.length })}\n`)
  },
)

test(
  'while the database quotes the row of every write that it refuses, nothing of it is logged',
  { timeout: 120_000 },
  async () => {
    await sql(
      `create function quote_row() returns trigger language plpgsql as
     $$ begin raise exception 'refused: % %', old, new using constraint = 'a_rule'; end $$`,
    )
    app.logged.length = 0
    const failed = await whileEachFails(
      (table) =>
        `create trigger a_quoting before insert or update on ${table} for each row execute function quote_row()`,
      (table) => `drop trigger a_quoting on ${table}`,
    )
    expect(failed).toBeGreaterThan(10)
    expect(app.logged.filter((line) => line.includes('"constraint":"a_rule"')).length).toBeGreaterThan(10)
    await expectNothingTold()
    process.stdout.write(`rows quoted: ${JSON.stringify({ failed, lines: app.logged.length })}\n`)
  },
)

test('while the database is away, the reason that is logged holds no statement', async () => {
  app.logged.length = 0
  const name = new URL(app.databaseUrl.replace('@/', '@localhost/')).pathname.slice(1)
  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  const answers = await Promise.all(calls.map(([at, options]) => call(app, at, options)))
  const written = app.logged.join('\n')
  expect(answers.filter(({ status }) => status >= 500).length).toBeGreaterThan(10)
  expect(written).not.toMatch(/\bselect\b|\binsert\b/)
  for (const [name, secret] of Object.entries(secrets))
    expect(written.includes(secret) && secret !== '', name).toBe(false)
})
