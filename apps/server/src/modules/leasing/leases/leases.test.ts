import { DAY_MS, MINUTE_MS } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ownerCookie, signedIn } from '../../../../test/calls.ts'
import { staffActor, testApp, type TestApp } from '../../../../test/harness.ts'
import { armLeases } from './arm-leases.ts'
import { expireLeases } from './expire-leases.ts'
import { vipProductId } from '../catalog/index.ts'
import { grantDays, leaseOf, undoGrant } from './index.ts'

let app: TestApp
beforeAll(async () => (app = await testApp()))
afterAll(() => app.stop())

const vipOf = (accountId: string) => ({ accountId, productId: vipProductId })
const support = () => app.command(staffActor('support'))
const grant = (accountId: string, changeDays: number, level = 1) =>
  grantDays(support(), { ...vipOf(accountId), changeDays, level, reason: '', internalNote: '' })
const held = (accountId: string) => leaseOf(app.services.db, vipOf(accountId), app.clock.now())
const inDays = (days: number) => new Date(app.clock.now().getTime() + days * DAY_MS)
const newAccount = async (name: string) => (await signedIn(app, name)).user.id as string
const events = async (name: string, accountId: string) =>
  (
    await app.services.db.query<{ payload: object }>(
      `select payload from platform_event where name = $1 and payload->>'account_id' = $2`,
      [name, accountId],
    )
  ).rows

test('extending a running lease adds to its end; extending a dead one starts now', async () => {
  const id = await newAccount('extended')
  await grant(id, 10)
  app.clock.advance(4 * DAY_MS)
  await grant(id, 10)
  expect((await held(id)).expiresAt).toEqual(inDays(16))
  app.clock.advance(40 * DAY_MS)
  expect(await held(id)).toMatchObject({ level: 0, expiresAt: null })
  await grant(id, 1)
  expect((await held(id)).expiresAt).toEqual(inDays(1))
})

test('a day of a high level runs first and costs the low level nothing', async () => {
  const id = await newAccount('levels')
  await grant(id, 365, 1)
  await grant(id, 1, 3)
  expect(await held(id)).toMatchObject({ level: 3, expiresAt: inDays(366) })
  app.clock.advance(DAY_MS)
  expect(await held(id)).toMatchObject({ level: 1, expiresAt: inDays(365) })
})

test('taking days back takes the lowest level first and stops at now; the entry says what was really taken', async () => {
  const id = await newAccount('taken')
  await grant(id, 2, 1)
  await grant(id, 3, 2)
  const first = await grant(id, -3)
  expect(first).toMatchObject({ level: 2, expiresAt: inDays(2), changeMs: -3 * DAY_MS })
  const second = await grant(id, -3)
  expect(second).toMatchObject({ level: 0, expiresAt: null, changeMs: -2 * DAY_MS })
})

const undo = (entryId: string) => undoGrant(support(), { entryId, reason: 'typo', internalNote: '' })

test('an undone grant takes its own level back, and nothing of another', async () => {
  const id = await newAccount('undone')
  await grant(id, 30, 1)
  const { entryId } = await grant(id, 7, 2)
  await undo(entryId)
  expect(await held(id)).toMatchObject({ level: 1, expiresAt: inDays(30) })
  const taken = await grant(id, -10)
  await grant(id, 7, 2)
  await undo(taken.entryId)
  expect(await held(id)).toMatchObject({ level: 2, expiresAt: inDays(37) })
})

test('a taking from two levels is undone as it was taken', async () => {
  const id = await newAccount('undone-levels')
  await grant(id, 2, 1)
  await grant(id, 3, 2)
  const before = await held(id)
  const { entryId } = await grant(id, -4)
  await undo(entryId)
  expect(await held(id)).toEqual(before)
})

test('a grant can be undone for ten minutes, is undone once, and the log names the operator', async () => {
  const id = await newAccount('undone-late')
  const early = await grant(id, 5)
  app.clock.advance(10 * MINUTE_MS)
  await undo(early.entryId)
  await expect(undo(early.entryId)).rejects.toMatchObject({ code: 'already_undone' })
  const late = await grant(id, 5)
  app.clock.advance(10 * MINUTE_MS + 1)
  await expect(undo(late.entryId)).rejects.toMatchObject({ code: 'undo_too_late' })
  const cookie = await ownerCookie(app)
  const audit = await call(app, `GET /api/admin/logs/audit?action=leases.grant_undone&subject_id=${id}`, {
    cookie,
  })
  expect(audit.data.items).toMatchObject([
    { after: { level: 0, undone_entry: early.entryId, reason: 'typo' } },
  ])
})

test('time that a code brought is not undone as a grant is', async () => {
  const login = await signedIn(app, 'undone-code')
  const cookie = await ownerCookie(app)
  const issued = await call(app, 'POST /api/admin/code-batches', {
    cookie,
    body: { level: 1, days: 3, count: 1 },
  })
  await call(app, 'POST /api/recharge', { token: login.token, body: { card_code: issued.data.codes[0] } })
  const { data } = await call(app, `GET /api/admin/logs/recharges?account_id=${login.user.id}`, { cookie })
  const answer = await call(app, `POST /api/admin/grants/${data.items[0].id}/undo`, { cookie, body: {} })
  expect(answer).toMatchObject({ status: 409, code: 'undo_too_late' })
})

test('taking days from who has none is an entry of 0 days that only staff see', async () => {
  const login = await signedIn(app, 'nothing-taken')
  const cookie = await ownerCookie(app)
  await grant(login.user.id, -3650)
  const mine = await call(app, 'GET /api/recharge/logs', { token: login.token })
  expect(mine.data.items).toEqual([])
  const theirs = await call(app, `GET /api/admin/logs/recharges?account_id=${login.user.id}`, { cookie })
  expect(theirs.data.items).toMatchObject([{ change_days: 0, expire_after: null }])
})

test('a lease that would end after the year 9999 is refused and stays as it was', async () => {
  const id = await newAccount('eternal')
  await grant(id, 1)
  const before = await held(id)
  const entries = Array.from({ length: 900 }, () => 3650).reduce((sum, days) => sum + days, 0)
  expect(entries * DAY_MS + app.clock.now().getTime()).toBeGreaterThan(Date.UTC(9999, 11, 31))
  await expect(grant(id, entries)).rejects.toMatchObject({ code: 'lease_too_long' })
  expect(await held(id)).toEqual(before)
})

test('the end of a span, and of the lease, is published once each, however many processes look at once', async () => {
  const id = await newAccount('expiring')
  await grant(id, 1, 2)
  await grant(id, 1, 1)
  const look = () =>
    expireLeases({ ...support(), now: app.clock.now(), actor: { kind: 'system', name: 'test' } })
  await look()
  expect(await events('leases.level_ended.v1', id)).toHaveLength(0)
  app.clock.advance(DAY_MS)
  await Promise.all([look(), look(), look()])
  expect(await events('leases.level_ended.v1', id)).toMatchObject([{ payload: { level: 1 } }])
  expect(await events('leases.lease_expired.v1', id)).toHaveLength(0)
  app.clock.advance(DAY_MS)
  await Promise.all([look(), look(), look()])
  expect(await events('leases.lease_expired.v1', id)).toMatchObject([
    { payload: { level: 0, expires_at: null } },
  ])
  expect(await events('leases.level_ended.v1', id)).toHaveLength(1)
})

test('a grant is in the audit log with before and after, and its internal note is seen by staff only', async () => {
  const login = await signedIn(app, 'noted')
  const cookie = await ownerCookie(app)
  const body = { change_days: 30, reason: '补偿', internal_note: 'complained twice' }
  await call(app, `POST /api/admin/accounts/${login.user.id}/grant`, { cookie, body })
  const audit = await call(app, 'GET /api/admin/logs/audit?action=leases', { cookie })
  expect(audit.data.items[0]).toMatchObject({
    action: 'leases.days_granted',
    before: { level: 0, expires_at: null },
    after: { level: 1, change_days: 30, reason: '补偿' },
  })
  const mine = await call(app, 'GET /api/recharge/logs', { token: login.token })
  expect(JSON.stringify(mine.data)).toContain('补偿')
  expect(JSON.stringify(mine.data)).not.toContain('complained')
  const theirs = await call(app, 'GET /api/admin/logs/recharges', { cookie })
  expect(theirs.data.items[0]).toMatchObject({
    internal_note: 'complained twice',
    operator: 'owner',
    username: 'noted',
  })
})

test('a role without the permission is refused by the use case itself', async () => {
  const id = await newAccount('guarded')
  const cmd = app.command(staffActor('finance'))
  const input = { ...vipOf(id), changeDays: 1, level: 1, reason: '', internalNote: '' }
  expect(() => grantDays(cmd, input)).toThrow('forbidden')
  expect((await held(id)).level).toBe(0)
})

test('an end that a clock that was ahead had announced is announced again when it comes, once', async () => {
  const id = await newAccount('ahead')
  await grant(id, 10, 2)
  await grant(id, 20, 1)
  const expired = async () => (await events('leases.lease_expired.v1', id)).length
  const ended = async () => (await events('leases.level_ended.v1', id)).length
  const changed = async () => (await events('leases.lease_changed.v1', id)).length
  const system = () => app.command({ kind: 'system', name: 'test' })
  const run = async () => [await expireLeases(system()), await armLeases(system())]
  await run()
  app.clock.advance(15 * DAY_MS)
  await expireLeases(system())
  app.clock.advance(385 * DAY_MS)
  await expireLeases(system())
  expect([await ended(), await expired()]).toEqual([1, 1])
  app.clock.advance(-400 * DAY_MS + MINUTE_MS)
  const before = await changed()
  await run()
  await run()
  // Listeners that closed something learn that the lease continues.
  expect(await changed()).toBe(before + 1)
  app.clock.advance(10 * DAY_MS)
  await run()
  await run()
  expect([await ended(), await expired()]).toEqual([2, 1])
  app.clock.advance(20 * DAY_MS)
  await run()
  await run()
  expect([await ended(), await expired()]).toEqual([2, 2])
})

test('a lease that can’t be read keeps no other from its end', async () => {
  const [broken, sound] = [await newAccount('broken-lease'), await newAccount('sound-lease')]
  for (const id of [broken, sound]) await grant(id, 1)
  await app.services.db.query(
    `update leases_lease set timeline = '[{"level":"?"}]', next_change_at = next_change_at - interval '1 hour'
     where account_id = $1`,
    [broken],
  )
  app.clock.advance(2 * DAY_MS)
  await expireLeases(app.command({ kind: 'system', name: 'test' }))
  expect(await events('leases.lease_expired.v1', sound)).toHaveLength(1)
  expect(app.logged.filter((line) => line.includes('could not be announced'))).toHaveLength(1)
})
