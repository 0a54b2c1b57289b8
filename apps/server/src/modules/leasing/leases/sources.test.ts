import { DAY_MS, entrySources, newId } from '@lessor/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ownerCookie, signedIn } from '../../../../test/calls.ts'
import { staffActor, testApp, type TestApp } from '../../../../test/harness.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vipProductId } from '../catalog/index.ts'
import { grantDays, importLease, undoGrant } from './index.ts'

let app: TestApp
beforeAll(async () => (app = await testApp()))
afterAll(() => app.stop())

const support = () => app.command(staffActor('support'))
const grant = (accountId: string) =>
  grantDays(support(), {
    accountId,
    productId: vipProductId,
    changeDays: 5,
    level: 1,
    reason: '',
    internalNote: '',
  })
const undo = (entryId: string) => undoGrant(support(), { entryId, reason: 'typo', internalNote: '' })
const importInto = (accountId: string) =>
  inTransaction(support(), 'test.import', (tx) =>
    importLease(tx, support(), {
      accountId,
      productId: vipProductId,
      expiresAt: new Date(app.clock.now().getTime() + DAY_MS),
      entries: [
        {
          id: newId(),
          changeDays: 1,
          reason: 'moved',
          internalNote: '',
          expireBefore: null,
          expireAfter: new Date(app.clock.now().getTime() + DAY_MS),
          operatorName: 'operator',
          createdAt: app.clock.now(),
        },
      ],
    }),
  )

test('the database takes an entry of every source in the list, and of no other', async () => {
  const { rows } = await app.services.db.query<{ check: string }>(
    `select pg_get_constraintdef(oid) as check from pg_constraint where conname = 'leases_entry_source_kind'`,
    [],
  )
  const named = [...(rows[0]?.check ?? '').matchAll(/'(\w+)'/g)].map(([, source]) => source)
  expect(named.sort()).toEqual([...entrySources].sort())
})

test('what is undone and what is imported has a source of its own, on the pages and in the file', async () => {
  const login = await signedIn(app, 'sources')
  const { id } = login.user
  await importInto(id)
  await undo((await grant(id)).entryId)
  const cookie = await ownerCookie(app)
  const mine = (await call(app, 'GET /api/recharge/logs', { token: login.token })).data.items
  expect(mine.map(({ source }: { source: string }) => source).sort()).toEqual(['grant', 'import', 'undo'])
  for (const source of ['undo', 'import'] as const) {
    const of = `account_id=${id}&source=${source}`
    const { data } = await call(app, `GET /api/admin/logs/recharges?${of}`, { cookie })
    expect(data.items).toMatchObject([{ source, reason: source === 'undo' ? 'typo' : 'moved' }])
    const { data: file } = await call(app, `GET /api/admin/logs/recharges/export?${of}`, { cookie })
    expect(String(file).split(',').filter((cell) => cell === source)).toHaveLength(1) // prettier-ignore
  }
})

/** As programs of before undo a grant. */
const undoAsBefore = (entryId: string) =>
  app.services.db.query(
    `insert into leases_entry (id, lease_id, account_id, source, source_id, level, change_days, change_ms, level_before,
       level_after, created_at)
     select $2, lease_id, account_id, 'grant', id, 1, -5, -5, 1, 0, now() from leases_entry where id = $1`,
    [entryId, newId()],
  )

test('a grant is undone once, also when a program of before is the first or the second to undo it', async () => {
  const { user } = await signedIn(app, 'undone-by-two')
  const [first, second] = [await grant(user.id), await grant(user.id)]
  await undoAsBefore(first.entryId)
  await expect(undo(first.entryId)).rejects.toMatchObject({ code: 'already_undone' })
  await undo(second.entryId)
  await expect(undoAsBefore(second.entryId)).rejects.toMatchObject({ constraint: 'leases_entry_source' })
})
