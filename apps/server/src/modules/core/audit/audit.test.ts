import { HOUR_MS, newId } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { call, cookieOf, ownerCookie } from '../../../../test/calls.ts'
import {
  staffActor,
  start,
  testApp,
  testAppForThis,
  testKey,
  type TestApp,
} from '../../../../test/harness.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { secretsFrom } from '../../../platform/secrets.ts'
import { hashOf } from './chain.ts'
import { listAudit, record, verifyAudit, type Change } from './index.ts'
import { headOf } from './queries.ts'

const admin = staffActor('admin')

const write = (app: TestApp, change: Partial<Change> = {}, actor = admin) => {
  const cmd = app.command(actor)
  const subject = { kind: 'thing', id: newId() }
  return inTransaction(cmd, 'test.case', (tx) =>
    record(tx, cmd, { action: 'test.thing_changed', subject, ...change }),
  )
}

/** As a superuser who takes the guards away first. */
async function tamper(app: TestApp, sql: string): Promise<void> {
  await app.services.db.query('alter table audit_entry disable trigger user', [])
  const { count } = await app.services.db.query(sql, [])
  await app.services.db.query('alter table audit_entry enable trigger user', [])
  expect(count).toBe(1)
}

const copyOf = (seq: number, as: number) =>
  `select ${as}, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, before, after, ip, user_agent,
     request_id, hash, hash, null from audit_entry where seq = ${seq}`

async function appWithEntries(count: number): Promise<TestApp> {
  const app = await testAppForThis()
  for (let i = 0; i < count; i++)
    await write(app, { before: { level: i }, after: { level: i + 1, at: start } })
  return app
}

test('the chain holds under 50 writers at once, and no number is skipped', async () => {
  const app = await testAppForThis()
  const before = (await verifyAudit(app.services)) as { entries: number }
  await Promise.all(
    Array.from({ length: 50 }, (_, i) => write(app, { after: { i, name: '王小明 \u{1f600}', x: 0.1 } })),
  )
  const heard: number[] = []
  const verdict = await verifyAudit(app.services, { onProgress: (entries) => heard.push(entries) })
  expect(verdict).toMatchObject({ ok: true, entries: before.entries + 50 })
  expect(heard.at(-1)).toBe(before.entries + 50)
})

test('a change that is rolled back leaves no entry', async () => {
  const app = await appWithEntries(1)
  const held = await verifyAudit(app.services)
  const cmd = app.command(admin)
  const failing = inTransaction(cmd, 'test.case', async (tx) => {
    await record(tx, cmd, { action: 'test.failed', subject: { kind: 'thing', id: '' } })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await verifyAudit(app.services)).toEqual(held)
})

test('an entry that would hold a secret is not written', async () => {
  const app = await appWithEntries(1)
  const held = await verifyAudit(app.services)
  await expect(write(app, { after: { user: { password_hash: 'x' } } })).rejects.toThrow(
    'after.user.password_hash',
  )
  expect(await verifyAudit(app.services)).toEqual(held)
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
    [
      'a removed end with the head put back',
      `with cut as (delete from audit_entry where seq = 6)
      update audit_head set seq = 5, hash = (select hash from audit_entry where seq = 5)`,
      5,
      'wrong_head',
    ],
    ['a head without its seal', 'update audit_head set seal = null', 6, 'wrong_head'],
    ['a head without its key', 'update audit_head set key_id = null', 6, 'head_without_key'],
    ['a removed key', 'delete from audit_key', 1, 'entry_without_key'],
  ] as const)('%s', async ([, sql, seq, broken]) => {
    const app = await appWithEntries(5)
    expect(await verifyAudit(app.services)).toMatchObject({ ok: true, entries: 6 })
    app.clock.advance(2 * HOUR_MS)
    await tamper(app, sql)
    expect(await verifyAudit(app.services)).toEqual({ ok: false, seq, broken })
  })
})

test('a cut end is still found after the program wrote on', async () => {
  const app = await appWithEntries(5)
  app.clock.advance(2 * HOUR_MS)
  await tamper(app, 'delete from audit_entry where seq = 6')
  await app.services.db.query(
    'update audit_head set seq = 5, hash = (select hash from audit_entry where seq = 5)',
    [],
  )
  await write(app)
  expect(await verifyAudit(app.services)).toEqual({ ok: false, seq: 6, broken: 'head_was_moved' })
  await write(app)
  expect(await verifyAudit(app.services)).toEqual({ ok: false, seq: 7, broken: 'head_was_moved' })
})

/** As a program of before there were keys wrote; also how somebody with only the database can write. */
async function writePlain(app: TestApp): Promise<void> {
  const { db } = app.services
  const head = await headOf.one(db, {})
  const at = app.clock.now()
  const texts = {
    actorKind: 'system',
    actorId: 'x',
    actorName: 'x',
    action: 'test.plain',
    ip: '',
    userAgent: '',
  }
  const rest = { subjectKind: 'thing', subjectId: '', before: null, after: null, requestId: 'r' }
  const entry = { seq: head.seq + 1, at, ...texts, ...rest }
  const hash = hashOf(head.hash, entry, undefined)
  await db.query(
    `insert into audit_entry (seq, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, ip, user_agent,
       request_id, previous, hash) values ($1, $2, 'system', 'x', 'x', 'test.plain', 'thing', '', '', '', 'r', $3, $4)`,
    [entry.seq, at, head.hash, hash],
  )
  await db.query('update audit_head set seq = $1, hash = $2', [entry.seq, hash])
}

test('an older program may write on for an hour beside a newer one; later it is somebody who has only the database', async () => {
  const app = await appWithEntries(2)
  await writePlain(app)
  expect(await verifyAudit(app.services)).toMatchObject({ ok: true, entries: 4 })
  await write(app)
  expect(await verifyAudit(app.services)).toMatchObject({ ok: true, entries: 5 })
  app.clock.advance(2 * HOUR_MS)
  expect(await verifyAudit(app.services)).toMatchObject({ ok: true, entries: 5 })
  await writePlain(app)
  expect(await verifyAudit(app.services)).toEqual({ ok: false, seq: 6, broken: 'entry_without_key' })
})

test('a log rewritten as a whole with access to the database only is found', async () => {
  const app = await appWithEntries(3)
  app.clock.advance(2 * HOUR_MS)
  const { db } = app.services
  await db.query('alter table audit_entry disable trigger user', [])
  await db.query('delete from audit_entry', [])
  await db.query('alter table audit_entry enable trigger user', [])
  await db.query(
    `update audit_head set seq = 0, hash = decode(repeat('00', 32), 'hex'), seal = null, key_id = null`,
    [],
  )
  expect(await verifyAudit(app.services)).toEqual({ ok: false, seq: 0, broken: 'head_without_key' })
  await writePlain(app)
  expect(await verifyAudit(app.services)).toMatchObject({ ok: false })
})

test('a log that was put back to an older state is found by the end that was noted', async () => {
  const app = await appWithEntries(3)
  const held = await verifyAudit(app.services)
  if (!held.ok) throw new Error('The log does not hold')
  const noted = { seq: held.entries, hash: held.head }
  await write(app)
  expect(await verifyAudit(app.services, { noted })).toMatchObject({ ok: true })
  const elsewhere = await appWithEntries(2)
  expect(await verifyAudit(elsewhere.services, { noted })).toMatchObject({
    ok: false,
    broken: 'not_as_noted',
  })
  const longer = await appWithEntries(4)
  expect(await verifyAudit(longer.services, { noted })).toEqual({
    ok: false,
    seq: noted.seq,
    broken: 'not_as_noted',
  })
})

test('of two processes that first write with a newer root key, the one that waits takes the key that the other made', async () => {
  const app = await appWithEntries(1)
  const services = { ...app.services, secrets: secretsFrom([{ id: 2, key: randomBytes(32) }, testKey]) }
  const written = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const writeNow = async (then: () => Promise<void> | void) => {
    const cmd = { ...app.command(admin), services }
    await inTransaction(cmd, 'test.case', async (tx) => {
      await record(tx, cmd, { action: 'test.keyed', subject: { kind: 'thing', id: '' } })
      await then()
    })
  }
  const first = writeNow(() => (written.resolve(), mayCommit.promise))
  await written.promise
  const second = writeNow(() => undefined)
  const waiting = `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  const waits = async () => (await app.services.db.query<{ n: number }>(waiting, [])).rows[0]?.n
  await expect.poll(waits, { timeout: 10_000 }).toBe(1)
  mayCommit.resolve()
  await Promise.all([first, second])
  expect(await verifyAudit(services)).toMatchObject({ ok: true })
  const { rows } = await app.services.db.query('select count(*)::int as keys from audit_key', [])
  expect(rows).toEqual([{ keys: 2 }])
})

test('a newer root key brings a newer key of the log; a process that lacks it writes on with its own', async () => {
  const app = await appWithEntries(1)
  app.clock.advance(2 * HOUR_MS)
  const secrets = secretsFrom([{ id: 2, key: randomBytes(32) }, testKey])
  const rotated = { ...app.services, secrets }
  const cmd = { ...app.command(admin), services: rotated }
  const writeRotated = () =>
    inTransaction(cmd, 'test.case', (tx) =>
      record(tx, cmd, { action: 'test.keyed', subject: { kind: 'thing', id: '' } }),
    )
  await writeRotated()
  await write(app)
  await writeRotated()
  await write(app)
  const { rows } = await app.services.db.query(
    'select key_id as key from audit_entry order by seq desc limit 4',
    [],
  )
  expect(rows).toEqual([{ key: 1 }, { key: 2 }, { key: 1 }, { key: 2 }])
  expect(await verifyAudit(rotated)).toMatchObject({ ok: true })
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
      await expect(app.services.db.query(sql, [])).rejects.toThrow('append-only')
    },
  )

  test('finds by actor, by the beginning of an action, by subject and by time', async () => {
    const { db } = app.services
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

test('what a role is refused is in the log, once in ten minutes for each route', async () => {
  const app = await testAppForThis()
  const owner = await ownerCookie(app)
  const password = 'correct horse battery 2'
  const body = { username: 'looker', password, role: 'auditor' }
  await call(app, 'POST /api/admin/staff', { cookie: owner, body })
  const signedIn = await call(app, 'POST /api/admin/login', { body: { username: 'looker', password } })
  const cookie = cookieOf(signedIn)
  const refused = () =>
    call(app, 'POST /api/admin/code-batches', { cookie, body: { level: 1, days: 1, count: 1 } })
  const entries = async () =>
    (await listAudit(app.services.db, { action: 'staff.access_refused' }, { limit: 10 })).items
  expect((await refused()).status).toBe(403)
  expect((await refused()).status).toBe(403)
  expect(await entries()).toMatchObject([
    { actorName: 'looker', subjectKind: 'route', subjectId: 'POST /api/admin/code-batches' },
  ])
  app.clock.advance(11 * 60_000)
  expect((await refused()).status).toBe(403)
  expect(await entries()).toHaveLength(2)
  expect((await call(app, 'DELETE /api/admin/staff/me/nothing', { cookie })).status).toBe(404)
  expect(await entries()).toHaveLength(2)
})
