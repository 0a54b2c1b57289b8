import { newId } from '@lessor/kit'
import { beforeAll, expect, test } from 'vitest'
import { call, ownerCookie } from '../../../../test/calls.ts'
import { staffActor, testApp, type TestApp } from '../../../../test/harness.ts'
import { listAudit } from '../../core/audit/index.ts'
import { changeSoftware, createSoftware, removeSoftware } from './index.ts'
import { vipDevices, vipProductId } from './index.ts'
import { changeProduct } from './products/change-product.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  return () => app.stop()
})

const post = (name: string, required_vip_level = 1) =>
  call(app, 'POST /api/admin/software', { cookie, body: { name, required_vip_level } })
const auditOf = async (subjectId: string) =>
  (await listAudit(app.services.db, { subjectId }, { limit: 10 })).items

test('software is added, changed and removed, and the audit log has each with before and after', async () => {
  const { software } = (await post('编辑器', 2)).data
  const at = `/api/admin/software/${software.id}`
  const changed = await call(app, `PATCH ${at}`, { cookie, body: { required_vip_level: 3 } })
  expect(changed.data.software).toMatchObject({ id: software.id, name: '编辑器', required_vip_level: 3 })
  const renaming = await call(app, `PATCH ${at}`, { cookie, body: { name: 'Editor' } })
  expect(renaming.data.software.required_vip_level).toBe(3)
  expect((await call(app, `DELETE ${at}`, { cookie })).data.software).toMatchObject({ name: 'Editor' })
  expect(await call(app, `DELETE ${at}`, { cookie })).toMatchObject({ status: 404, code: 'not_found' })
  expect(await call(app, `PATCH ${at}`, { cookie, body: {} })).toMatchObject({ status: 404 })
  const two = { name: '编辑器', required_vip_level: 2 }
  const three = { name: '编辑器', required_vip_level: 3 }
  const renamed = { name: 'Editor', required_vip_level: 3 }
  expect(await auditOf(software.id)).toMatchObject([
    { action: 'catalog.software_removed', before: renamed, after: null },
    { action: 'catalog.software_changed', before: three, after: renamed },
    { action: 'catalog.software_changed', before: two, after: three },
    { action: 'catalog.software_created', before: null, after: two },
  ])
})

test('two names that differ only in case or width are one name', async () => {
  await post('Studio')
  for (const name of ['STUDIO', 'ｓｔｕｄｉｏ', ' studio ']) {
    expect(await post(name)).toMatchObject({ status: 409, code: 'software_name_taken' })
  }
  const { software } = (await post('Other')).data
  const rename = await call(app, `PATCH /api/admin/software/${software.id}`, {
    cookie,
    body: { name: 'studio' },
  })
  expect(rename).toMatchObject({ status: 409, code: 'software_name_taken' })
  const own = await call(app, `PATCH /api/admin/software/${software.id}`, { cookie, body: { name: 'OTHER' } })
  expect(own.data.software.name).toBe('OTHER')
})

test('a name requested twenty times at once is given once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => post('Wanted')))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(19).fill(409)])
})

test('anybody sees the list of software, in the order of names', async () => {
  await post('b list', 0)
  await post('A list', 100)
  const { data } = await call(app, 'GET /api/software')
  const listed = data.items.filter(({ name }: { name: string }) => name.endsWith(' list'))
  expect(listed).toMatchObject([
    { name: 'A list', required_vip_level: 100 },
    { name: 'b list', required_vip_level: 0 },
  ])
})

test('the number of devices of the VIP product is 1, and can be set from 1 to 100', async () => {
  const at = `/api/admin/products/${vipProductId}`
  expect((await call(app, `GET ${at}`, { cookie })).data).toMatchObject({ kind: 'vip', devices: 1 })
  expect((await call(app, `PATCH ${at}`, { cookie, body: { devices: 3 } })).data.devices).toBe(3)
  expect(await vipDevices(app.services.db)).toBe(3)
  for (const devices of [0, 101, 1.5, '2']) {
    const answer = await call(app, `PATCH ${at}`, { cookie, body: { devices } })
    expect(answer).toMatchObject({ status: 400, errors: [{ path: 'devices' }] })
  }
  expect(await auditOf(vipProductId)).toMatchObject([{ before: { devices: 1 }, after: { devices: 3 } }])
  const { data } = await call(app, 'GET /api/admin/products', { cookie })
  expect(data.items).toMatchObject([{ id: vipProductId, devices: 3 }])
  const nothing = await call(app, `GET /api/admin/products/${newId()}`, { cookie })
  expect(nothing).toMatchObject({ status: 404, code: 'not_found' })
})

test('who may not write software changes nothing', () => {
  const forbidden = expect.objectContaining({ code: 'forbidden' })
  const id = newId()
  for (const role of ['finance', 'support', 'auditor'] as const) {
    const cmd = app.command(staffActor(role))
    expect(() => createSoftware(cmd, { name: 'No', requiredVipLevel: 0 })).toThrow(forbidden)
    expect(() => changeSoftware(cmd, { id })).toThrow(forbidden)
    expect(() => removeSoftware(cmd, { id })).toThrow(forbidden)
    expect(() => changeProduct(cmd, { id, devices: 2 })).toThrow(forbidden)
  }
})
