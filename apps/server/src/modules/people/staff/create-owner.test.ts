import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '../../../../test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { systemCommand } from '../../../platform/command.ts'
import { createOwner, createStaff, ownerNotSeen, type CreatedOwner } from './index.ts'
import { staffPassword } from './testing.ts'

const system = (app: TestApp) => app.command({ kind: 'system', name: 'test' })
const login = (app: TestApp, username: string, password = '') =>
  call(app, 'POST /api/admin/login', { body: { username, password } })

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  return () => app.stop()
})

describe('the first owner', () => {
  const withoutStaff = async () => {
    const empty = await testAppForThis()
    await empty.services.db.query('delete from staff_member', [])
    return empty
  }

  const unseen = () => undefined

  test('is made once, by one of those who start together', async () => {
    const empty = await withoutStaff()
    const shown: CreatedOwner[] = []
    const show = (owner: CreatedOwner) => void shown.push(owner)
    const first = (name: string) =>
      createOwner(system(empty), { admin_username: name, admin_password: '' }, show)
    const made = (await Promise.all(['one', 'two', 'three', 'four', 'five'].map(first))).filter(
      (owner) => owner,
    )
    expect(made).toHaveLength(1)
    expect(shown).toEqual(made)
    expect((await empty.services.db.query('select id from staff_member', [])).count).toBe(1)
    expect((await login(empty, made[0]?.username ?? '', made[0]?.generatedPassword)).code).toBe(0)
    expect(await first('six')).toBeUndefined()
  })

  test('is shown before it counts: when that fails there is none, and the next try makes one', async () => {
    const empty = await withoutStaff()
    const first = { admin_username: 'owner', admin_password: '' }
    const fail = () => Promise.reject(new Error('no terminal'))
    await expect(createOwner(system(empty), first, fail)).rejects.toThrow('no terminal')
    expect((await empty.services.db.query('select id from staff_member', [])).count).toBe(0)
    const made = await createOwner(system(empty), first, unseen)
    expect((await login(empty, 'owner', made?.generatedPassword)).code).toBe(0)
  })

  test('is named at each start until an owner has signed in', async () => {
    const empty = await withoutStaff()
    const { db } = empty.services
    await createOwner(system(empty), { admin_username: 'Boss', admin_password: 'from the config' }, unseen)
    expect(await ownerNotSeen.first(db, {})).toEqual({ username: 'Boss' })
    await login(empty, 'boss', 'from the config')
    expect(await ownerNotSeen.first(db, {})).toBeUndefined()
  })

  test('has the password of the configuration, and then none is shown', async () => {
    const empty = await withoutStaff()
    const given = { admin_username: 'Boss', admin_password: 'from the config' }
    const owner = await createOwner(system(empty), given, unseen)
    expect(owner).toEqual({ username: 'Boss' })
    expect((await login(empty, 'boss', 'from the config')).code).toBe(0)
  })

  test.for([
    [{ admin_username: 'a b', admin_password: 'short' }, 2],
    [{ admin_username: 'owner', admin_password: 'x'.repeat(73) }, 1],
    [{ admin_username: 'owner', admin_password: 'password' }, 1],
  ] as const)('is refused when the configuration is wrong: %j', async ([first, count]) => {
    const empty = await withoutStaff()
    const refused = createOwner(system(empty), first, unseen)
    await expect(refused).rejects.toMatchObject({ problems: { length: count } })
  })

  test('is not made by a customer or by other staff', async () => {
    const cmd = {
      ...systemCommand(app.services, app.command({ kind: 'visitor' }).log, 't', 't'),
      actor: { kind: 'visitor' },
    } as const
    const mallory = { admin_username: 'mallory', admin_password: '' }
    await expect(createOwner(cmd, mallory, unseen)).rejects.toThrow('forbidden')
    await expect(
      createStaff(cmd, { username: 'mallory', password: staffPassword, role: 'owner' }),
    ).rejects.toThrow('forbidden')
  })
})
