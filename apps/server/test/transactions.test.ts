import { beforeAll, expect, test, vi } from 'vitest'
import { createSoftware } from '../src/modules/leasing/catalog/index.ts'
import { sendingNow } from '../src/modules/core/notify/index.ts'
import type { Command } from '../src/platform/command.ts'
import { transaction } from '../src/platform/run-transaction.ts'
import { change, query } from '../src/platform/statement.ts'
import { inTransaction } from '../src/platform/transaction.ts'
import { staffActor, testApp, type TestApp } from './harness.ts'

const insert = change<{ key: string; value: unknown }>(
  'test.insert',
  `insert into settings_setting (key, value, changed_at) values ($key, $value::jsonb, now())`,
)
const insertDeferred = change<{ id: string }>(
  'test.insert_deferred',
  `insert into deferred_child (parent) values ($id::int)`,
)
const update = change<{ key: string }>(
  'test.update',
  `update settings_setting set value = '2' where key = $key`,
)
const kept = query<{ key: string }, { key: string }>(
  'test.kept',
  'select key from settings_setting where key = $key',
)

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

const isKept = async (key: string) => (await kept.first(app.services.db, { key })) !== undefined
const owner = staffActor('owner')
const keyed = (key: string): Command => ({
  ...app.command(owner),
  idempotency: { key, request: Buffer.alloc(32) },
})
const software = (name: string) => ({ name, requiredVipLevel: 1 })

test('two use cases of one command both run, and a repeat answers what each did', async () => {
  const both = async (cmd: Command) => [
    (await createSoftware(cmd, software('first'))).name,
    await inTransaction(cmd, 'test.second', () => Promise.resolve(42)),
  ]
  expect(await both(keyed('two-use-cases'))).toEqual(['first', 42])
  expect(await both(keyed('two-use-cases'))).toEqual(['first', 42])
  // In another order each still has its own answer.
  const cmd = keyed('two-use-cases')
  expect(await inTransaction(cmd, 'test.second', () => Promise.resolve(43))).toBe(42)
})

test('the same use case twice under one command is a bug, and does nothing', async () => {
  const cmd = keyed('twice-under-one')
  await createSoftware(cmd, software('once'))
  expect(() => createSoftware(cmd, software('twice'))).toThrow('catalog.create_software ran twice')
})

test('what a process of before the use case’s name has claimed is still answered', async () => {
  await createSoftware(keyed('of-before'), software('before'))
  await app.services.db.query(`update platform_idempotency set use_case = null where key = $1`, ['of-before'])
  expect(await createSoftware(keyed('of-before'), software('before'))).toMatchObject({ name: 'before' })
})

test('an error that nothing waited for undoes everything, and is the one that is thrown', async () => {
  const failing = transaction(app.services.db, async (tx) => {
    insert.later(tx, { key: 'undone', value: '1' })
    insert.later(tx, { key: 'undone', value: '1' })
    // PostgreSQL refuses this one only because of the one before.
    await insert.run(tx, { key: 'behind', value: '1' })
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  const atTheEnd = transaction(app.services.db, async (tx) => {
    await insert.run(tx, { key: 'undone', value: '1' })
    insert.later(tx, { key: 'undone', value: '1' })
  })
  await expect(atTheEnd).rejects.toMatchObject({ code: '23505' })
  expect([await isKept('undone'), await isKept('behind')]).toEqual([false, false])
})

test('a commit that answers ROLLBACK is an error', async () => {
  const swallowed = transaction(app.services.db, async (tx) => {
    await insert.run(tx, { key: 'swallowed', value: '1' })
    await insert.run(tx, { key: 'swallowed', value: '1' }).catch(() => undefined)
  })
  await expect(swallowed).rejects.toThrow('The transaction ended with ROLLBACK')
  expect(await isKept('swallowed')).toBe(false)
})

test('an error of the commit itself is thrown', async () => {
  await app.services.db.query(`create table deferred_parent (id int primary key)`, [])
  await app.services.db.query(
    `create table deferred_child (parent int references deferred_parent deferrable initially deferred)`,
    [],
  )
  const failing = transaction(app.services.db, async (tx) => insertDeferred.later(tx, { id: '7' }))
  await expect(failing).rejects.toMatchObject({ code: '23503' })
})

test('zero rows are no error: what decides is waited for', async () => {
  await transaction(app.services.db, async (tx) => {
    expect(await update.run(tx, { key: 'absent' })).toBe(0)
    insert.later(tx, { key: 'after-zero-rows', value: '1' })
  })
  expect(await isKept('after-zero-rows')).toBe(true)
})

test('a value that can’t be sent undoes everything, and is never left out of a commit', async () => {
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  const failing = transaction(app.services.db, async (tx) => {
    insert.later(tx, { key: 'beside', value: '1' })
    insert.later(tx, { key: 'unsendable', value: circular })
  })
  await expect(failing).rejects.toThrow("a value can't be sent")
  expect(await isKept('beside')).toBe(false)
})

test('a refusal rolls back what was sent before it, and nothing runs after the commit', async () => {
  const after = vi.fn<() => void>()
  const refused = transaction(app.services.db, async (tx) => {
    tx.afterCommit(after)
    insert.later(tx, { key: 'refused', value: '1' })
    throw new Error('no')
  })
  await expect(refused).rejects.toThrow('no')
  expect(await isKept('refused')).toBe(false)
  expect(after).not.toHaveBeenCalled()
})

test('nothing outside of the database is called inside a transaction', async () => {
  const { db, pluginHost } = app.services
  const load = () => pluginHost.load({ name: 'a.js', source: '' })
  await expect(transaction(db, load)).rejects.toThrow('A plugin was called inside a transaction')
  const send = sendingNow({ ...app.services, secretSetting: () => 'smtp://127.0.0.1:1' })
  const mail = { to: ['b@example.com'], subject: '', text: '' }
  await expect(transaction(db, () => send?.(mail) ?? Promise.resolve())).rejects.toThrow(
    'A mail was sent inside',
  )
  expect(await load()).toMatchObject({ kind: 'answer' })
})
