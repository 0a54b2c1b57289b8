import { beforeAll, expect, test } from 'vitest'
import { call, ownerCookie, signedIn } from '../../test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../../test/harness.ts'
import { openLog } from '../platform/log.ts'
import { seed, seedPassword, type Seeded } from './index.ts'

const log = await openLog({ level: 'silent', format: 'json', destination: process.stderr })
const nothing = () => undefined
const usual = { forDevelopment: false, more: false, onProgress: nothing, onPassword: nothing }

let app: TestApp
let seeded: Seeded | undefined
let cookie: string
beforeAll(async () => {
  app = await testApp()
  seeded = await seed(app.services, log, usual)
  cookie = await ownerCookie(app)
  return () => app.stop()
})

const countOf = async (at: string) => (await call(app, `GET ${at}`, { cookie })).data.items.length as number

test('the history reaches over thirty days', async () => {
  const { data } = await call(app, 'GET /api/admin/dashboard/today', { cookie })
  const days = data.series as { recharges: number; new_users: number }[]
  expect(days).toHaveLength(30)
  expect(days.filter(({ recharges }) => recharges > 0).length).toBeGreaterThan(15)
  expect(days.filter(({ new_users: made }) => made > 0).length).toBeGreaterThan(20)
})

test.each(['used', 'unused', 'revoked', 'expired'])('there are codes that are %s', async (status) => {
  expect(await countOf(`/api/admin/codes?status=${status}`)).toBeGreaterThan(0)
})

test('some signed in, some mistyped, some are online, and every log has something', async () => {
  for (const result of ['ok', 'invalid_credentials', 'account_disabled'])
    expect(await countOf(`/api/admin/logs/logins?result=${result}`)).toBeGreaterThan(0)
  for (const at of ['online-users', 'logs/recharges', 'logs/registrations', 'logs/audit', 'software'])
    expect(await countOf(`/api/admin/${at}`)).toBeGreaterThan(0)
})

test('every listed status page opens', async () => {
  expect(seeded?.links.length).toBeGreaterThan(3)
  for (const { username, path } of seeded?.links ?? []) {
    const { status, data } = await call(app, `GET /api${path}`)
    expect({ status, username: data.username }).toEqual({ status: 200, username })
  }
})

test('the printed password opens the accounts, the known one nothing; no staff is made up', async () => {
  const trying = (password?: string) =>
    call(app, 'POST /api/portal/login', { body: { username: '张伟', password } })
  expect((await trying(seeded?.password)).status).toBe(200)
  expect((await trying(seedPassword)).status).toBe(401)
  expect(await countOf('/api/admin/staff')).toBe(1)
})

test('its password is shown before anything is made that has it', async () => {
  const early = await testAppForThis()
  const shown: string[] = []
  const onProgress = () => {
    throw new Error('the disk is full')
  }
  const onPassword = (password: string) => void shown.push(password)
  await expect(seed(early.services, log, { ...usual, onProgress, onPassword })).rejects.toThrow('disk')
  expect(shown).toEqual([expect.stringMatching(/^[\w-]{20}$/)])
})

test('it runs once: where accounts exist nothing changes, unless more is requested', async () => {
  const before = await countOf('/api/admin/accounts?limit=200')
  expect(await seed(app.services, log, usual)).toBeUndefined()
  expect(await countOf('/api/admin/accounts?limit=200')).toBe(before)
  expect(await seed(app.services, log, { ...usual, more: true })).toMatchObject({ accounts: before })
  expect(await countOf('/api/admin/accounts?limit=200')).toBe(2 * before)
})

test('one real account is enough to be left alone', async () => {
  const real = await testAppForThis()
  await signedIn(real, '王小明')
  expect(await seed(real.services, log, usual)).toBeUndefined()
})

test('for development there is one of each role, with the known password', async () => {
  const dev = await testAppForThis()
  await seed(dev.services, log, { ...usual, forDevelopment: true })
  for (const username of ['dev-admin', 'dev-finance', 'dev-support', 'dev-auditor']) {
    const body = { username, password: seedPassword }
    expect((await call(dev, 'POST /api/admin/login', { body })).status).toBe(200)
  }
})
