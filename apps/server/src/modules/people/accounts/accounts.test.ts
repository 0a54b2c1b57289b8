import { beforeAll, describe, expect, test } from 'vitest'
import { call, customer, ownerCookie, signedIn } from '../../../../test/calls.ts'
import { staffActor, testApp, type TestApp } from '../../../../test/harness.ts'
import { accountById, disableAccount } from './index.ts'
import { anAccount } from './testing.ts'
import { transaction } from '../../../platform/run-transaction.ts'

const { password } = customer
let app: TestApp
let cookie: string

beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  return () => app.stop()
})

const register = (body: object) => call(app, 'POST /api/auth/register', { body })
const system = () => app.command({ kind: 'system', name: 'test' })
const tries = async (filter: string) =>
  (await call(app, `GET /api/admin/logs/registrations?${filter}`, { cookie })).data.items

describe('registering', () => {
  test('opens an account for a name of any script, and answers nothing secret', async () => {
    const answer = await register({ username: ' 王小明 ', password, email: 'wang@example.org' })
    expect(answer.data).toEqual({ user: { id: expect.any(String), username: '王小明' } })
    const account = await accountById(app.services.db, answer.data.user.id)
    expect(account).toMatchObject({ email: 'wang@example.org', emailVerifiedAt: null, disabledAt: null })
    expect(account?.passwordHash).toMatch(/^\$2b\$/)
  })

  test.for([
    ['a short name', { username: 'a', password }, ['username']],
    ['a name with markup', { username: '<b>amy</b>', password }, ['username']],
    ['a short password', { username: 'amy', password: '1234567' }, ['password']],
    ['73 bytes of password', { username: 'amy', password: '密'.repeat(24) + 'x' }, ['password']],
    ['no address', { username: 'amy', password, email: 'amy at home' }, ['email']],
    ['a header in the address', { username: 'amy', password, email: 'a@b.org\r\nBcc: c@d.org' }, ['email']],
    ['a field of its own', { username: 'amy', password, vip_level: 9 }, ['vip_level']],
    ['everything at once', { username: '', password: '', email: '' }, ['username', 'password', 'email']],
  ] as const)('refuses %s, naming the field', async ([, body, paths]) => {
    const answer = await register(body)
    expect(answer).toMatchObject({ status: 400, code: 'validation_failed' })
    expect(new Set(answer.errors?.map(({ path }) => path))).toEqual(new Set(paths))
  })

  test('72 bytes of password are taken', async () => {
    expect(
      await register({
        username: 'long.password',
        password: '明月几时有把酒问青天不知天上宫阙今夕是何年我欲乘',
      }),
    ).toMatchObject({
      code: 0,
    })
  })

  test('of 20 at once with one name in different letters, exactly one gets it, and every try is logged', async () => {
    const names = ['racer', 'RACER', 'ＲＡＣＥＲ', 'Racer']
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => register({ username: names[i % 4], password })),
    )
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(1)
    expect(answers.filter(({ code, status }) => code === 'username_taken' && status === 409)).toHaveLength(19)
    const logged = await tries('username=racer')
    expect(logged.map(({ result }: { result: string }) => result).toSorted()).toEqual([
      'ok',
      ...Array<string>(19).fill('username_taken'),
    ])
  })

  test('says that a name is taken in the caller’s language', async () => {
    await register({ username: 'taken', password })
    const headers = { 'accept-language': 'en' }
    const answer = await call(app, 'POST /api/auth/register', {
      headers,
      body: { username: 'TAKEN', password },
    })
    expect(answer.message).toBe('This username is taken.')
  })

  test('is limited by address; what was mistyped uses up none of its attempts', async () => {
    const limited = await testApp({ env: { LESSOR_RATE_LIMIT_ENABLED: 'true' } })
    const register = async (username: string) =>
      (await call(limited, 'POST /api/auth/register', { body: { username, password } })).code
    const mistyped = []
    for (let i = 0; i < 12; i++) mistyped.push(await register('x'))
    const codes = []
    for (let i = 0; i < 11; i++) codes.push(await register(`customer-${i}`))
    await limited.stop()
    expect(mistyped).toEqual(Array(12).fill('validation_failed'))
    expect(codes).toEqual([...Array(10).fill(0), 'rate_limited'])
  })
})

describe('where every account needs an address', () => {
  test('registering without one is refused, and signing in waits for it to be verified', async () => {
    const strict = await testApp({ env: { LESSOR_VERIFICATION_EMAIL_REQUIRED: 'true' } })
    const without = await call(strict, 'POST /api/auth/register', { body: { username: 'amy', password } })
    const body = { username: 'amy', password, email: 'amy@example.org' }
    const withOne = await call(strict, 'POST /api/auth/register', { body })
    const login = await call(strict, 'POST /api/auth/login', { body: { ...customer, username: 'amy' } })
    await strict.stop()
    expect(without).toMatchObject({ status: 400, errors: [{ path: 'email' }] })
    expect(withOne.code).toBe(0)
    expect(login).toMatchObject({ status: 403, code: 'email_unverified' })
  })
})

describe('the registration log', () => {
  test('is filtered by name, address, result and time', async () => {
    await register({ username: 'logged.one', password })
    await register({ username: 'logged.one', password })
    const at = (ms: number) => encodeURIComponent(new Date(app.clock.now().getTime() + ms).toISOString())
    expect(await tries('username=LOGGED.ONE')).toHaveLength(2)
    expect(await tries('username=logged.one&result=ok')).toMatchObject([{ result: 'ok', ip: '127.0.0.1' }])
    expect(await tries('username=logged.one&ip=10.0.0.1')).toEqual([])
    expect(await tries(`username=logged.one&from=${at(0)}&to=${at(1)}`)).toHaveLength(2)
    expect(await tries(`username=logged.one&to=${at(0)}`)).toEqual([])
  })

  test('is for staff who may read logs', async () => {
    expect(await call(app, 'GET /api/admin/logs/registrations')).toMatchObject({ status: 401 })
    const { token } = await signedIn(app, 'log.reader')
    expect(await call(app, 'GET /api/admin/logs/registrations', { token })).toMatchObject({ status: 401 })
  })
})

describe('the list of accounts', () => {
  const list = async (query: string) =>
    (await call(app, `GET /api/admin/accounts?${query}`, { cookie })).data as {
      items: { id: string; username: string }[]
      next_cursor: string | null
    }
  const names = async (query: string) => (await list(query)).items.map(({ username }) => username)

  test('is searched by any part of a name or an address, or by an id', async () => {
    const { id } = await anAccount(system(), { username: 'Search_Me', email: 'Found@example.org' })
    await anAccount(system(), { username: 'searchXme' })
    expect(await names('query=SEARCH')).toEqual(['searchXme', 'Search_Me'])
    expect(await names('query=found@EXAMPLE')).toEqual(['Search_Me'])
    expect(await names(`query=${id}`)).toEqual(['Search_Me'])
    expect(await names('query=earch')).toEqual(['searchXme', 'Search_Me'])
    expect(await names('query=erch')).toEqual([])
  })

  test.for(['search_', 'search%25', 'search%5C', "search'"])(
    'takes “%s” for letters, not for a pattern',
    async (query) => {
      const found = await names(`query=${query}`)
      expect(found).toEqual(query === 'search_' ? ['Search_Me'] : [])
    },
  )

  test('shows every account once, however it is paged', async () => {
    for (let i = 0; i < 23; i++) await anAccount(system(), { username: `paged${i}` })
    const seen: string[] = []
    let cursor: string | null = ''
    do {
      const page = await list(`query=paged&limit=10&cursor=${cursor}`)
      seen.push(...page.items.map(({ username }) => username))
      cursor = page.next_cursor
    } while (cursor)
    expect(seen).toHaveLength(23)
    expect(new Set(seen).size).toBe(23)
  })

  test('refuses a cursor that is none', async () => {
    const answer = await call(app, 'GET /api/admin/accounts?cursor=bogus', { cookie })
    expect(answer).toMatchObject({ status: 400, errors: [{ path: 'cursor' }] })
  })

  test('tells disabled accounts from active ones', async () => {
    const { id } = await anAccount(system(), { username: 'off.now' })
    const cmd = app.command(staffActor('admin'))
    await transaction(app.services.db, (tx) => disableAccount(tx, cmd, id))
    expect(await names('query=off.now&status=disabled')).toEqual(['off.now'])
    expect(await names('query=off.now&status=active')).toEqual([])
  })

  test('never shows a password’s hash', async () => {
    const { id } = await anAccount(system(), { username: 'hashed', password })
    const answer = await call(app, `GET /api/admin/accounts?query=${id}`, { cookie })
    expect(JSON.stringify(answer.data)).not.toContain('$2b$')
    expect(answer.data.items[0]).toMatchObject({ has_password: true })
  })
})
