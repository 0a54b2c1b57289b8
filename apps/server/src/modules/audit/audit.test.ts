import { newId } from '@lessor/kit'
import { beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie } from '../../../test/calls.ts'
import { staffActor, start, testApp, testAppForThis, type TestApp } from '../../../test/harness.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { listAudit, record, verifyAudit, type Change } from './index.ts'

const admin = staffActor('admin')

const write = (app: TestApp, change: Partial<Change> = {}, actor = admin) => {
  const cmd = app.command(actor)
  const subject = { kind: 'thing', id: newId() }
  return inTransaction(cmd, (tx) => record(tx, cmd, { action: 'test.thing_changed', subject, ...change }))
}

/** As a superuser who takes the guards away first. */
async function tamper(app: TestApp, sql: string): Promise<void> {
  await app.ground.db.query('alter table audit_entry disable trigger user', [])
  const { count } = await app.ground.db.query(sql, [])
  await app.ground.db.query('alter table audit_entry enable trigger user', [])
  expect(count).toBe(1)
}

const copyOf = (seq: number, as: number) =>
  `select ${as}, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, before, after, ip, user_agent,
     request_id, hash, hash from audit_entry where seq = ${seq}`

async function appWithEntries(count: number): Promise<TestApp> {
  const app = await testAppForThis()
  for (let i = 0; i < count; i++)
    await write(app, { before: { level: i }, after: { level: i + 1, at: start } })
  return app
}

test('the chain holds under 50 writers at once, and no number is skipped', async () => {
  const app = await testAppForThis()
  const before = (await verifyAudit(app.ground.db)) as { entries: number }
  await Promise.all(
    Array.from({ length: 50 }, (_, i) => write(app, { after: { i, name: '王小明 \u{1f600}', x: 0.1 } })),
  )
  const heard: number[] = []
  const verdict = await verifyAudit(app.ground.db, (entries) => heard.push(entries))
  expect(verdict).toMatchObject({ ok: true, entries: before.entries + 50 })
  expect(heard.at(-1)).toBe(before.entries + 50)
})

test('a change that is rolled back leaves no entry', async () => {
  const app = await appWithEntries(1)
  const held = await verifyAudit(app.ground.db)
  const cmd = app.command(admin)
  const failing = inTransaction(cmd, async (tx) => {
    await record(tx, cmd, { action: 'test.failed', subject: { kind: 'thing', id: '' } })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await verifyAudit(app.ground.db)).toEqual(held)
})

test('an entry that would hold a secret is not written', async () => {
  const app = await appWithEntries(1)
  const held = await verifyAudit(app.ground.db)
  await expect(write(app, { after: { user: { password_hash: 'x' } } })).rejects.toThrow(
    'after.user.password_hash',
  )
  expect(await verifyAudit(app.ground.db)).toEqual(held)
})

describe('verification finds', () => {
  // The owner of the first start is the first entry.
  test.for([
    ['a changed value', `update audit_entry set after = '{"level": 99}' where seq = 3`, 3, 'entry_changed'],
    ['a changed actor', `update audit_entry set actor_name = 'eve' where seq = 3`, 3, 'entry_changed'],
    ['a changed time', `update audit_entry set at = at + interval '1 ms' where seq = 3`, 3, 'entry_changed'],
    ['a changed hash', `update audit_entry set hash = sha256('eve') where seq = 3`, 3, 'entry_changed'],
    ['a cut chain', `update audit_entry set previous = sha256('eve') where seq = 3`, 3, 'chain_cut'],
    ['a removed entry', 'delete from audit_entry where seq = 3', 3, 'entry_missing'],
    ['a removed first entry', 'delete from audit_entry where seq = 1', 1, 'entry_missing'],
    ['a removed last entry', 'delete from audit_entry where seq = 6', 5, 'wrong_head'],
    ['a moved head', `update audit_head set seq = 5`, 6, 'wrong_head'],
    ['an entry that was added', `insert into audit_entry ${copyOf(6, 7)}`, 7, 'entry_changed'],
  ] as const)('%s', async ([, sql, seq, broken]) => {
    const app = await appWithEntries(5)
    expect(await verifyAudit(app.ground.db)).toMatchObject({ ok: true, entries: 6 })
    await tamper(app, sql)
    expect(await verifyAudit(app.ground.db)).toEqual({ ok: false, seq, broken })
  })
})

describe('the list', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp()
    return () => app.stop()
  })

  test.for([`update audit_entry set action = 'x'`, 'delete from audit_entry', 'truncate audit_entry'])(
    'is append-only: the database refuses "%s"',
    async (sql) => {
      await write(app)
      await expect(app.ground.db.query(sql, [])).rejects.toThrow('append-only')
    },
  )

  test('finds by actor, by the beginning of an action, by subject and by time', async () => {
    const { db } = app.ground
    const eve = staffActor('support')
    const subject = { kind: 'lease', id: newId() }
    await write(app, { action: 'leases.days_granted', subject }, eve)
    await write(app, { action: 'leases_other.done' }, eve)
    const one = { limit: 10 }
    const actions = async (filters: Parameters<typeof listAudit>[1]) =>
      (await listAudit(db, filters, one)).items.map(({ action }) => action)
    expect(await actions({ actorId: eve.id })).toEqual(['leases_other.done', 'leases.days_granted'])
    expect(await actions({ actorId: eve.id, action: 'leases.' })).toEqual(['leases.days_granted'])
    expect(await actions({ subjectKind: 'lease', subjectId: subject.id })).toEqual(['leases.days_granted'])
    expect(await actions({ actorId: eve.id, to: start })).toEqual([])
    expect(await actions({ actorId: eve.id, from: start })).toHaveLength(2)
  })

  test('pages through everything once, newest first, while entries are added', async () => {
    const subject = { kind: 'page', id: newId() }
    for (let i = 0; i < 7; i++) await write(app, { subject, after: { i } })
    const cookie = await ownerCookie(app)
    const seen: number[] = []
    let cursor = ''
    do {
      const query = `subject_id=${subject.id}&limit=3${cursor && `&cursor=${cursor}`}`
      const { data } = await call(app, `GET /api/admin/logs/audit?${query}`, { cookie })
      seen.push(...data.items.map((item: { after: { i: number } }) => item.after.i))
      cursor = data.next_cursor
      await write(app, { subject, after: { i: -1 } })
    } while (cursor)
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0])
  })

  test('tells who did what from where', async () => {
    const subject = { kind: 'shape', id: newId() }
    await write(app, { subject, before: { level: 1 }, after: { level: 2 } })
    const cookie = await ownerCookie(app)
    const { data } = await call(app, `GET /api/admin/logs/audit?subject_id=${subject.id}`, { cookie })
    expect(data.items).toEqual([
      {
        seq: expect.any(Number),
        at: start.toISOString(),
        actor: { kind: 'staff', id: admin.id, name: admin.name },
        action: 'test.thing_changed',
        subject,
        before: { level: 1 },
        after: { level: 2 },
        ip: '',
        user_agent: '',
        request_id: expect.any(String),
      },
    ])
  })

  test.for(['x', 'LTE', 'MWUz'])('refuses the cursor "%s"', async (cursor) => {
    const cookie = await ownerCookie(app)
    const answer = await call(app, `GET /api/admin/logs/audit?cursor=${cursor}`, { cookie })
    expect([answer.status, answer.code, answer.errors?.[0]?.path]).toEqual([
      400,
      'validation_failed',
      'cursor',
    ])
  })
})
