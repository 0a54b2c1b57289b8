import { newId } from '@lessor/kit'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, cookieOf } from '../../server/test/calls.ts'
import { newInstallation, type Installation } from './installation.ts'

// The invoices of one installation, on which a server runs.
let here: Installation
let draft: { id: string }
beforeAll(async () => {
  here = await newInstallation()
  const { owner } = await here.json('setup')
  const app = { url: await here.serve() }
  const cookie = cookieOf(await call(app, 'POST /api/admin/login', { body: owner }))
  const register = { username: '李四', password: 'a long password' }
  await call(app, 'POST /api/auth/register', { body: register })
  const { data: accounts } = await call(app, 'GET /api/admin/accounts', { cookie })
  const items = [{ text: '安装服务', amount: '200.00' }]
  const body = { account_id: accounts.items[0].id, items, buyer: { name: '𠮷田㛃喆' } }
  const headers = { 'idempotency-key': newId() }
  draft = (await call(app, 'POST /api/admin/invoices', { cookie, headers, body })).data
})
afterAll(async () => {
  await here.stopServer()
  await here.remove()
})

test('a draft is listed, issued, shown by its number, and written as PDF', async () => {
  expect((await here.json('invoice', 'list', '--status', 'draft')).items).toMatchObject([{ id: draft.id }])
  const issued = await here.json('invoice', 'issue', draft.id)
  expect(issued).toMatchObject({ number: expect.stringMatching(/^INV-\d{4}-000001$/), status: 'issued' })
  const shown = await here.lessor(['invoice', 'show', issued.number.toLowerCase()])
  expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('𠮷田㛃喆') })
  const written = await here.lessor(['invoice', 'pdf', issued.number])
  expect(written).toMatchObject({ code: 0, out: '' })
  const pdf = await readFile(join(here.dir, `${issued.number}.pdf`))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(await here.lessor(['invoice', 'pdf', issued.number])).toMatchObject({ code: 1 })
})

test('what isn’t there, or is no draft any more, is refused', async () => {
  expect(await here.lessor(['invoice', 'show', 'INV-1999-000001'])).toMatchObject({ code: 1 })
  expect(await here.lessor(['invoice', 'issue', draft.id])).toMatchObject({ code: 1 })
  expect(await here.lessor(['invoice', 'list', '--status', 'lost'])).toMatchObject({ code: 2 })
})
