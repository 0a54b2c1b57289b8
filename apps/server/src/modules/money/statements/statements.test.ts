import { newId } from '@lessor/kit'
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { call, ownerCookie, signedIn, type Loose } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { pluginSource } from '../../core/plugins/testing.ts'
import { offerVip } from '../../leasing/catalog/testing.ts'

/** Says of whatever it is asked for that it was paid. */
const asked = `export const start = async () => ({ instructions: 'Pay' })
export const notice = async () => ({ isGenuine: false, reason: '', reply: { status: 400, body: '' } })
export const query = async ({ reference }) => ({ status: 'paid', reference, amount: '30.00', transaction: 'asked ' + reference })
export const refund = async () => ({ status: 'failed' })
export const queryRefund = async () => ({ status: 'failed' })
export const check = async () => {}`

let app: TestApp
let cookie: string
let planId: string
let gatewayId: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  planId = await offerVip(app, { price: '30.00' })
  await staff('POST /api/admin/plugins', { source: pluginSource(asked, { id: 'gateway-asked', kind: 'gateway' }) }) // prettier-ignore
  gatewayId = (await staff('POST /api/admin/interfaces', { plugin: 'gateway-asked', name: 'Bank' })).data.id
})
afterAll(() => app.stop())

const key = () => ({ 'Idempotency-Key': newId() })
const staff = (at: string, body?: object): Promise<Loose> =>
  call(app, at, { cookie, headers: key(), ...(body && { body }) })

/** A payment that was begun. */
async function begun(): Promise<Loose> {
  const { token } = await signedIn(app, `b${newId().slice(-12)}`)
  const { data: order } = await call(app, 'POST /api/orders', { token, body: { plan_id: planId }, headers: key() }) // prettier-ignore
  const paying = await call(app, `POST /api/orders/${order.id}/pay`, {
    ...{ token, body: { gateway: gatewayId }, headers: key() },
  })
  return { order, ...paying.data.payment, reference: paying.data.payment.id.replaceAll('-', '') }
}
async function paid(transaction: string): Promise<Loose> {
  const payment = await begun()
  expect((await staff(`POST /api/admin/payments/${payment.id}/confirm`, { amount: '30.00', transaction })).code).toBe(0) // prettier-ignore
  return payment
}
const orderOf = async ({ order }: Loose) =>
  (await staff(`GET /api/admin/orders/${order.id}`)).data.order.status

const mapping = { reference: 'out_trade_no', transaction: 'trade_no', amount: 'money', time: 'time', fee: 'fee' } // prettier-ignore
/** At noon of the first test day, in Shanghai. */
const file = (...lines: readonly (readonly [reference: string, transaction: string, money: string, fee: string])[]) =>
  Buffer.from(['out_trade_no,trade_no,money,fee,time', ...lines.map((line) => [...line, '2026-07-01 12:00:00'].join(','))].join('\n')).toString('base64') // prettier-ignore
const upload = (content: string, more: object = {}) =>
  staff('POST /api/admin/statements', { interface_id: gatewayId, file_name: 'day.csv', content, mapping, ...more }) // prettier-ignore
const rowsOf = async (run: Loose): Promise<Loose[]> =>
  (await staff(`GET /api/admin/statement-rows?run_id=${run.id}&limit=200`)).data.items
const resolve = (row: Loose, resolution: string, note = '') =>
  staff(`POST /api/admin/statement-rows/${row.id}/resolve`, { resolution, note })
const sumOf = async (account: string): Promise<string> =>
  (await staff('GET /api/admin/ledger-sums')).data.accounts.find((one: Loose) => one.account === account)?.balance ?? '0.00' // prettier-ignore

test('a file is held against the payments, and each difference is resolved once', async () => {
  const [same, late, unknown, other, dear] = [await paid('T1'), await begun(), await begun(), await paid('T2'), await paid('T3')] // prettier-ignore
  const absent = await paid('T4')
  const content = file(
    [same.reference, 'T1', '30.00', '0'],
    [late.reference, 'T5', '30.00', '0.18'],
    [unknown.reference, 'T6', '30.00', ''],
    [other.reference, 'T2', '29.00', ''],
    [dear.reference, 'T3', '30.00', '0.18'],
    ['someone else’s', 'T7', '12.00', ''],
  )
  const { data: run } = await upload(content)
  expect(run).toMatchObject({ lines: 6, skipped: 0, matched: 3, differences: 6, open: 6 })
  const rows = new Map((await rowsOf(run)).map((row) => [row.gateway_tx, row]))
  const row = (transaction: string): Loose => rows.get(transaction)
  expect(row('T4')).toMatchObject({ kind: 'missing_there', payment_id: absent.id, amount_here: '30.00', ways: ['dismiss'] })
  expect(row('T2')).toMatchObject({ kind: 'amount', amount_there: '29.00', amount_here: '30.00' })
  expect(row('T7')).toMatchObject({ kind: 'missing_here', payment_id: null, ways: ['dismiss'] })
  // Counted as the file has it.
  expect(row('T5')).toMatchObject({ kind: 'missing_here', payment_id: late.id, ways: ['ask', 'confirm', 'dismiss'] })
  const answers = await Promise.all(Array.from({ length: 5 }, () => resolve(row('T5'), 'confirm')))
  expect(answers.filter(({ code }) => code === 0)).toHaveLength(1)
  await vi.waitUntil(async () => (await orderOf(late)) === 'completed', { timeout: 10_000, interval: 50 })
  // Asked for.
  expect((await resolve(row('T6'), 'ask')).data).toMatchObject({ state: 'resolved', resolution: 'ask' })
  await vi.waitUntil(async () => (await orderOf(unknown)) === 'completed', { timeout: 10_000, interval: 50 })
  // Its fee.
  expect(row('T3')).toMatchObject({ kind: 'fee', fee_there: '0.18', fee_here: '0.00' })
  expect((await resolve(row('T3'), 'note_fee')).data.state).toBe('resolved')
  expect((await resolve(row('T3'), 'note_fee')).code).toBe('statement_row_resolved')
  expect([await sumOf('fees'), (await staff(`GET /api/admin/payments/${dear.id}`)).data.fee]).toEqual(['-0.18', '0.18'])
  const { data: report } = await staff('GET /api/admin/reports/sales')
  expect(report.products).toMatchObject([{ fees: '0.18', product_name: 'VIP' }])
  // With a reason.
  expect(await resolve(row('T2'), 'dismiss')).toMatchObject({ status: 400, errors: [{ path: 'note' }] })
  expect((await resolve(row('T2'), 'note_fee')).code).toBe('statement_action_unfit')
  expect((await resolve(row('T2'), 'dismiss', 'A rebate')).data).toMatchObject({ state: 'dismissed', note: 'A rebate', resolved_by: 'owner' })
  expect((await staff(`GET /api/admin/statements/${run.id}`)).data.open).toBe(2)
  const { data: log } = await staff('GET /api/admin/logs/audit?action=statements.difference_resolved')
  expect(log.items).toHaveLength(4)
}) // prettier-ignore

test('the same file answers the first run, also of many at once; another one finds what it has', async () => {
  const before = (await staff('GET /api/admin/statements')).data.items.length
  const payment = await paid('T8')
  const content = file([payment.reference, 'T8', '30.00', ''])
  const runs = await Promise.all(Array.from({ length: 6 }, () => upload(content)))
  expect(new Set(runs.map(({ data }) => data.id)).size).toBe(1)
  expect((await staff('GET /api/admin/statements')).data.items).toHaveLength(before + 1)
  // What another file has isn't missing in this one.
  const { data: next } = await upload(file(['another', 'T9', '1.00', '']))
  const found = (await rowsOf(next)).map(({ gateway_tx }) => gateway_tx)
  expect(found).toContain('T9')
  expect(found).not.toContain('T8')
})

test('the columns of a file are guessed, and those that were chosen last are remembered', async () => {
  const { data } = await staff('POST /api/admin/statements/preview', { interface_id: gatewayId, content: file(['a', 'b', '1', '0']) }) // prettier-ignore
  expect(data).toMatchObject({ remembered: true, mapping: { ...mapping, only: null } })
  const { data: other } = await staff('POST /api/admin/interfaces', { plugin: 'gateway-asked', name: 'New' })
  const gbk = Buffer.from([...'trade_no,'].map((c) => c.charCodeAt(0)).concat([0xbd, 0xf0, 0xb6, 0xee], [...'\n1,2\n'].map((c) => c.charCodeAt(0)))) // prettier-ignore
  const found = await staff('POST /api/admin/statements/preview', { interface_id: other.id, content: gbk.toString('base64') }) // prettier-ignore
  expect(found.data).toMatchObject({ remembered: false, columns: ['trade_no', '金额'], mapping: { transaction: 'trade_no', amount: '金额', reference: '' } }) // prettier-ignore
})

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]).toString('base64'), 'statement_unreadable'],
  ['too many lines', Buffer.from('a,b\n'.repeat(20_001)).toString('base64'), 'statement_too_long'],
  ['other columns', Buffer.from('a,b\n1,2').toString('base64'), 'statement_columns_missing'],
  ['no amounts', file(['a', 'b', 'none', '']), 'statement_empty'],
])('%s: refused, and nothing is kept', async (_, content, code) => {
  const count = async () => (await staff('GET /api/admin/statements')).data.items.length
  const before = await count()
  expect((await upload(content)).code).toBe(code)
  expect(await count()).toBe(before)
})

test('a file that is too large is refused', async () => {
  const answer = await upload('A'.repeat(8_600_000))
  expect([answer.status, answer.code]).toEqual([413, 'body_too_large'])
})
