import { newId } from '@lessor/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, issueCodes, ownerCookie, signedIn, type Loose } from '../calls.ts'
import { testApp, type TestApp } from '../harness.ts'

let app: TestApp
let cookie: string
let token: string
let accountId: string
let code: string

beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  const login = await signedIn(app, 'customer')
  token = login.token
  accountId = login.user.id
  code = (await issueCodes(app, cookie))[0] ?? ''
})
afterAll(() => app.stop())

/** Every row of every table but the logs of tries: what a refused request must leave as it was. */
async function everything(): Promise<string> {
  const tables = [
    'accounts_account',
    'leases_lease',
    'leases_entry',
    'codes_batch',
    'codes_code',
    'catalog_software',
  ]
  tables.push('audit_entry', 'staff_member', 'platform_event', 'platform_idempotency', 'catalog_product')
  const counted = tables.map(
    (table) =>
      `select '${table}' as t, count(*), md5(string_agg(x::text, '|' order by x::text)) from ${table} x`,
  )
  return JSON.stringify((await app.services.db.query(counted.join(' union all '), [])).rows)
}

/** Sends bytes as they are. */
async function send(
  at: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const [method = '', path = ''] = at.split(' ')
  const auth = { authorization: `Bearer ${token}`, cookie, 'content-type': 'application/json', ...headers }
  const response = await fetch(app.url + path, { method, body, headers: auth })
  return {
    status: response.status,
    ...((await response.json()) as { code: string; errors?: { path: string; message: string }[] }),
  }
}

const deep = `${'['.repeat(1_000)}${']'.repeat(1_000)}`

interface Field {
  readonly at: string
  readonly good: Loose
  readonly text: readonly string[]
  readonly numbers: readonly string[]
}

const writes: Field[] = [
  {
    at: 'POST /api/auth/register',
    good: { username: 'newcomer', password: 'a long password' },
    text: ['username', 'password', 'email'],
    numbers: [],
  },
  {
    at: 'POST /api/auth/login',
    good: { username: 'customer', password: 'a long password', hardware_code: 'H', software_version: '1' },
    text: ['username', 'password', 'hardware_code', 'software_version'],
    numbers: ['status_interval'],
  },
  { at: 'POST /api/recharge', good: { card_code: 'CODE' }, text: ['card_code'], numbers: [] },
  { at: 'POST /api/heartbeat', good: { session_token: 'T' }, text: ['session_token'], numbers: [] },
  {
    at: 'POST /api/admin/code-batches',
    good: { level: 1, days: 30, count: 1 },
    text: ['prefix', 'note', 'amount'],
    numbers: ['level', 'days', 'count', 'expires_in_days'],
  },
  {
    at: 'POST /api/admin/software',
    good: { name: 'Editor', required_vip_level: 1 },
    text: ['name'],
    numbers: ['required_vip_level'],
  },
  {
    at: 'POST /api/admin/accounts/:account/grant',
    good: { change_days: 1 },
    text: ['reason', 'internal_note'],
    numbers: ['change_days', 'level'],
  },
  { at: 'PATCH /api/users/me', good: {}, text: ['email', 'display_name', 'password'], numbers: [] },
]

describe.each(writes)('$at', ({ at: path, good, text, numbers }) => {
  const at = () => path.replace(':account', accountId)
  const expectRefused = async (body: unknown, pathOfProblem?: string) => {
    const before = await everything()
    const answer = await send(at(), typeof body === 'string' ? body : JSON.stringify(body))
    expect(answer).toMatchObject({ status: 400, code: 'validation_failed' })
    if (pathOfProblem !== undefined) {
      expect(answer.errors?.map((problem) => problem.path)).toContain(pathOfProblem)
      expect(answer.errors?.every(({ message }) => message.length > 0)).toBe(true)
    }
    expect(await everything()).toBe(before)
  }

  test.each([...text, ...numbers])('%s of a wrong type is refused at its field', async (field) => {
    for (const wrong of [{ a: 1 }, [1], true]) await expectRefused({ ...good, [field]: wrong }, field)
    await expectRefused({ ...good, [field]: text.includes(field) ? 42 : '42' }, field)
  })

  test.each(text)('%s that is too long, or has NUL or control characters, is refused', async (field) => {
    await expectRefused({ ...good, [field]: 'x'.repeat(6_000) }, field)
    const before = await everything()
    const nul = await send(at(), JSON.stringify({ ...good, [field]: 'a\0b' }))
    expect(nul.status).toBe(400)
    expect(['validation_failed', 'bad_json']).toContain(nul.code)
    expect(await everything()).toBe(before)
  })

  test.each(numbers)('%s that is negative, huge, broken or no number is refused', async (field) => {
    for (const wrong of [-4_000, 1e9, 1e308, 1.5, null])
      await expectRefused({ ...good, [field]: wrong }, field)
    await expectRefused(
      JSON.stringify({ ...good, [field]: 0 }).replace(`"${field}":0`, `"${field}":1e999`),
      field,
    )
  })

  test('an unknown field is refused by its name', () => expectRefused({ ...good, discount: 100 }, 'discount'))

  test('a body that is no object is refused', async () => {
    for (const wrong of ['[]', '"text"', '1', 'null']) await expectRefused(wrong)
  })

  test('what is no JSON, not UTF-8, or nested too deeply is refused', async () => {
    const before = await everything()
    const notUtf8 = new Uint8Array([...Buffer.from('{"username":"'), 0xff, 0xfe, ...Buffer.from('"}')])
    for (const body of ['{', '{"a":}', "{'a':1}", 'undefined', '{"a":1}x', deep, notUtf8]) {
      expect(await send(at(), body)).toMatchObject({ status: 400, code: 'bad_json' })
    }
    expect(await everything()).toBe(before)
  })

  test('a body of 10 MB is refused with 413', async () => {
    const before = await everything()
    const answer = await send(at(), JSON.stringify({ ...good, note: 'x'.repeat(10_000_000) })).catch(
      () => undefined,
    )
    // The server may close before all of it was sent; what matters is that nothing came of it.
    if (answer) expect(answer).toMatchObject({ status: 413, code: 'body_too_large' })
    expect(await everything()).toBe(before)
  })
})

test('an empty body names every field that is missing, at once', async () => {
  const answer = await send('POST /api/auth/login', '')
  expect(answer.errors?.map(({ path }) => path).toSorted()).toEqual([
    'hardware_code',
    'password',
    'software_version',
    'username',
  ])
})

test('a problem says what came, not only what was wanted', async () => {
  const { errors } = await send('POST /api/recharge', '{"card_code":7}', { 'accept-language': 'en' })
  expect(errors).toEqual([{ path: 'card_code', message: 'Must be text' }])
})

test('the problems come in the language of the caller', async () => {
  const zh = await send('POST /api/admin/code-batches', '{}', {
    'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8',
  })
  const en = await send('POST /api/admin/code-batches', '{}', { 'accept-language': 'en-US' })
  expect(zh.errors?.[0]?.message).toMatch(/\p{Script=Han}/u)
  expect(en.errors?.[0]?.message).not.toMatch(/\p{Script=Han}/u)
  expect(en.errors?.[0]?.message).toMatch(/[a-z]/i)
})

test.each([
  ['GET /api/admin/codes/nonsense', 404],
  ['POST /api/admin/codes/nonsense/reveal', 400],
  ['GET /api/admin/accounts/nonsense', 400],
  ['GET /api/admin/accounts?cursor=nonsense', 400],
  ['GET /api/admin/accounts?limit=0', 400],
  ['GET /api/admin/accounts?limit=1e9', 400],
  ['GET /api/admin/accounts?unknown=1', 400],
  ['GET /api/admin/codes?status=stolen', 400],
  ['GET /api/admin/logs/logins?from=yesterday', 400],
  ['GET /api/software/%00/access', 400],
  ['GET /api/nothing', 404],
  ['PUT /api/recharge', 405],
])('%s answers %i and changes nothing', async (at, status) => {
  const before = await everything()
  const answer = await call(app, at, { cookie, token })
  expect(answer.status).toBe(status)
  expect(answer.requestId).toMatch(/\S/)
  expect(await everything()).toBe(before)
})

test.each(['grant', 'reveal', 'revoke', 'software', 'session', 'account'])(
  'an unknown id is not found (%s)',
  async (what) => {
    const id = newId()
    const routes: Record<string, [string, object?]> = {
      grant: [`POST /api/admin/accounts/${id}/grant`, { change_days: 1 }],
      reveal: [`POST /api/admin/codes/${id}/reveal`, {}],
      revoke: [`POST /api/admin/codes/${id}/revoke`, {}],
      software: [`PATCH /api/admin/software/${id}`, { required_vip_level: 3 }],
      session: [`DELETE /api/admin/online-users/${id}`],
      account: [`PATCH /api/admin/accounts/${id}`, { disabled: true }],
    }
    const [at = '', body] = routes[what] ?? []
    const before = await everything()
    expect((await call(app, at, { cookie, ...(body && { body }) })).status).toBe(404)
    expect(await everything()).toBe(before)
  },
)

const hostile = [
  `'; drop table accounts_account; --`,
  `" or 1=1 --`,
  `<script>alert(1)</script>`,
  `{{constructor.constructor('return 1')()}}`,
  '${7*7}',
  `$1; select pg_sleep(9)`,
]

test('SQL, markup and template syntax are text in every text field, and come back as they were', async () => {
  for (const text of hostile) {
    const software = await call(app, 'POST /api/admin/software', {
      cookie,
      body: { name: text, required_vip_level: 1 },
    })
    expect(software.data.software).toMatchObject({ name: text })
    const me = await call(app, 'PATCH /api/users/me', { token, body: { display_name: text } })
    expect(me.data).toMatchObject({ display_name: text })
    const grant = { change_days: 1, reason: text, internal_note: text }
    expect(
      (await call(app, `POST /api/admin/accounts/${accountId}/grant`, { cookie, body: grant })).status,
    ).toBe(200)
    const logs = await call(app, 'GET /api/recharge/logs?limit=1', { token })
    expect(logs.data.items[0].reason).toBe(text)
    expect(JSON.stringify(logs.data)).not.toContain('internal_note')
    const login = { username: text, password: text, hardware_code: text, software_version: text }
    expect(await call(app, 'POST /api/auth/login', { body: login })).toMatchObject({
      code: 'invalid_credentials',
    })
    const logins = await call(app, `GET /api/admin/logs/logins?username=${encodeURIComponent(text)}`, {
      cookie,
    })
    expect(logins.data.items[0]).toMatchObject({ username: text, hardware_code: text })
    for (const list of ['accounts', 'codes', 'logs/registrations']) {
      const key = list.startsWith('logs') ? 'username' : 'query'
      const found = await call(app, `GET /api/admin/${list}?${key}=${encodeURIComponent(text)}`, { cookie })
      expect([200, 400]).toContain(found.status)
    }
  }
})

test.each([
  ['POST /api/auth/email/verify', { login: 'customer', code: '1234567' }, 'code', /8 digits/],
  [
    'POST /api/auth/password/reset',
    { login: 'x', code: '1', password: 'a long password' },
    'code',
    /8 digits/,
  ],
  ['POST /api/heartbeat', { session_token: 'T', nonce: 'short' }, 'nonce', /16 to 128/],
  [
    'POST /api/admin/code-batches',
    { level: 1, days: 1, count: 1, amount: '1.999' },
    'amount',
    /two decimals/,
  ],
  [
    'POST /api/admin/code-batches',
    { level: 1, days: 1, count: 1, prefix: 'NINESIGNS' },
    'prefix',
    /At most 8/,
  ],
] as const)('%s says what form is expected, not that signs are wrong: %j', async (at, body, path, says) => {
  const { errors } = await send(at, JSON.stringify(body), { 'accept-language': 'en' })
  expect(errors).toEqual([{ path, message: expect.stringMatching(says) }])
})

test('after all of that, the code still works', async () => {
  expect(await call(app, 'POST /api/recharge', { token, body: { card_code: code } })).toMatchObject({
    code: 0,
  })
})
