import { hasColumnName, newId } from '@lessor/kit'
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openApiDocument } from '../src/openapi.ts'
import { raiseAlert } from '../src/modules/core/alerts/index.ts'
import { both, notifier, pluginSource } from '../src/modules/core/plugins/testing.ts'
import { offerVip } from '../src/modules/leasing/catalog/testing.ts'
import { anInvoice } from '../src/modules/money/invoices/testing.ts'
import { makeCoupon } from '../src/modules/sales/coupons/testing.ts'
import { transaction } from '../src/platform/run-transaction.ts'
import { call, issueCodes, ownerCookie, signedIn, type Loose } from './calls.ts'
import { testApp, type TestApp } from './harness.ts'

interface Parameter {
  readonly name: string
  readonly schema: { readonly enum?: readonly string[] }
}
interface Operation {
  readonly parameters?: readonly Parameter[]
}
const { paths } = openApiDocument() as { paths: Record<string, { get?: Operation }> }

/** Every list of the console under each of its sorts, as the API's own document has them. */
const sorted = Object.entries(paths).flatMap(([path, { get }]) => {
  const sorts = get?.parameters?.find(({ name }) => name === 'sort')?.schema.enum ?? []
  return path.endsWith('/export') ? [] : sorts.map((sort) => ({ path, sort }))
})
const lists = [...new Set(sorted.map(({ path }) => path))]

/** What a sort is allowed under, where it isn't always. */
const filterOf = (path: string, sort = '') =>
  path === '/api/admin/codes' && sort.endsWith('used_at') ? 'status=used&' : ''

let app: TestApp
let cookie: string
beforeAll(async () => {
  // Connections are refused there: mails stay in their list.
  app = await testApp({
    env: { LESSOR_MAIL_SMTP_URL: 'smtp://127.0.0.1:9', LESSOR_MAIL_FROM: 'shop@example.com' },
  })
  cookie = await ownerCookie(app)
  // Two of each are made in one moment, so that their keys are equal.
  for (let i = 0; i < 7; i++) {
    if (i % 2 === 0) app.clock.advance(60_000)
    await makeOneOfEach(i)
  }
  const mails = async () => (await read('/api/admin/mails?limit=100')).items.length
  await vi.waitUntil(async () => (await mails()) >= 7, { timeout: 20_000, interval: 200 })
}, 60_000)
afterAll(() => app.stop())

/** NFKC makes 33 bytes of it: no sign has a longer key. */
const longSign = '\ufdfa'

async function makeOneOfEach(i: number) {
  const { token } = await signedIn(app, `customer${i}`)
  const [code = ''] = await issueCodes(app, cookie, { count: 1 + (i % 3) })
  await call(app, 'POST /api/recharge', { token, body: { card_code: code } })
  const password = 'a long password'
  await call(app, 'POST /api/admin/staff', {
    cookie,
    body: { username: `member${i}`, password, role: 'admin' },
  })
  const software = { name: `Program ${i}`, required_vip_level: i % 2 }
  await call(app, 'POST /api/admin/software', { cookie, body: software })
  const longest = { name: longSign.repeat(99) + String(i), required_vip_level: 0 }
  await call(app, 'POST /api/admin/software', { cookie, body: longest })
  await call(app, 'POST /api/admin/users', { cookie, body: { username: longSign.repeat(64) } })
  const source = notifier('', { id: `notifier-${i}` })
  await call(app, 'POST /api/admin/plugins', { cookie, body: { source } })
  const pluginInterface = { plugin: `notifier-${i}`, name: `Interface ${i}` }
  const { data } = await call(app, 'POST /api/admin/interfaces', { cookie, body: pluginInterface })
  const chosen = { kind: 'alerts.raised', interfaces: [data.id] }
  await call(app, 'POST /api/admin/notices/routes', { cookie, body: chosen })
  const alert = { key: `alert ${i}`, severity: 'info', title: both(`Alert ${i}`), body: both('') } as const
  const cmd = app.command({ kind: 'system', name: 'test' })
  await transaction(app.services.db, (tx) => raiseAlert(tx, cmd, alert))
  await makeProduct(i)
  await makeOrder(i, token)
  await useCoupon(i, token)
  const { data: found } = await call(app, `GET /api/admin/users?query=customer${i}`, { cookie })
  await anInvoice(cmd, { accountId: found.items[0].id })
  // It never signs in, and has no time.
  const silent = { username: `silent${i}`, password, email: `silent${i}@example.org` }
  await call(app, 'POST /api/auth/register', { body: silent })
}

/** A product where the shop shows it, with a plan. */
async function makeProduct(i: number) {
  const make = async (at: string, body: object): Promise<string> =>
    (await call(app, `POST /api/admin/${at}`, { cookie, body })).data.id
  const position = i % 3
  const category_id = await make('categories', { name: `Category ${i}`, position })
  const group_id = await make('product-groups', { name: `Group ${i}`, position, category_id })
  const product = { name: `Product ${i}`, kind: 'server', position, group_id, specs: { cpu_cores: i } }
  const product_id = await make('products', product)
  await make('plans', { product_id, cycle: 'monthly', price: '10.00', position })
}

/** A gateway whose notices are never genuine. */
const aGateway = `export const start = async () => ({ instructions: 'Pay' })
export const notice = async () => ({ isGenuine: false, reason: 'None is', reply: { status: 400, body: 'no' } })
export const query = async () => ({ status: 'unknown' })
export const refund = async () => ({ status: 'failed' })
export const queryRefund = async () => ({ status: 'failed' })
export const check = async () => {}`

/** An order, begun to be paid by a gateway that sent a notice; and money in a wallet. */
async function makeOrder(i: number, token: string) {
  const plan_id = await offerVip(app, { days: i + 1, cycle: 'days' })
  const source = pluginSource(aGateway, { id: `gateway-${i}`, kind: 'gateway' })
  await call(app, 'POST /api/admin/plugins', { cookie, body: { source } })
  const body = { plugin: `gateway-${i}`, name: `Gateway ${i}` }
  const { data: gateway } = await call(app, 'POST /api/admin/interfaces', { cookie, body })
  const headers = { 'Idempotency-Key': newId() }
  const { data: order } = await call(app, 'POST /api/orders', { token, body: { plan_id }, headers })
  const paying = await call(app, `POST /api/orders/${order.id}/pay`, { token, body: { gateway: gateway.id } })
  await refund(order.id, paying.data.payment.id)
  const { data: held } = await call(app, 'GET /api/leases', { token })
  await call(app, `PATCH /api/leases/${held.items[0].id}/renewal`, { token, body: { auto: true } })
  await fetch(`${app.url}/api/pay/${gateway.id}/notice`)
  const content = Buffer.from(`no,trade,money,time\n1,${i},2.00,2026-07-01`).toString('base64')
  const mapping = { reference: 'no', transaction: 'trade', amount: 'money', time: 'time' }
  const statement = { interface_id: gateway.id, file_name: `${i}.csv`, content, mapping }
  await call(app, 'POST /api/admin/statements', { cookie, body: statement })
  const adjust = { direction: 'add', amount: '1.00', reason: 'A test' }
  const path = `/api/admin/accounts/${order.account_id}/wallet/adjust`
  await call(app, `POST ${path}`, { cookie, body: adjust, headers: { 'Idempotency-Key': newId() } })
}

/** A coupon, and an order that holds it. */
async function useCoupon(i: number, token: string) {
  const plan_id = await offerVip(app, { days: i + 100, cycle: 'days' })
  const { code: coupon } = await makeCoupon(app, { code: `Coupon ${i}`, percent: '50' })
  const headers = { 'Idempotency-Key': newId() }
  await call(app, 'POST /api/orders', { token, body: { plan_id, coupon }, headers })
}

/** Staff confirm a payment, and refund a part of it by its gateway. */
async function refund(orderId: string, paymentId: string) {
  const confirmed = { amount: '30.00', transaction: newId() }
  await call(app, `POST /api/admin/payments/${paymentId}/confirm`, { cookie, body: confirmed })
  const status = async () => (await read(`/api/admin/orders/${orderId}`)).order.status
  await vi.waitUntil(async () => (await status()) === 'completed', { timeout: 20_000, interval: 50 })
  const body = { amount: '1.00', to: 'gateway', time: 'none', override: true, reason: 'A test' }
  await call(app, `POST /api/admin/orders/${orderId}/refund`, { cookie, body })
}

const read = async (at: string): Promise<Loose> => {
  const answer = await call(app, `GET ${at}`, { cookie })
  expect(answer).toMatchObject({ status: 200 })
  return answer.data
}

/** All pages of a list, of so many rows each; `between` happens after the first. */
async function walk(path: string, query: string, between = async () => {}, limit = 3): Promise<Loose[]> {
  const rows: Loose[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const page: Loose = await read(`${path}?limit=${limit}&${query}${after}`)
    rows.push(...page.items)
    if (cursor === '') await between()
    cursor = page.next_cursor
  }
  return rows
}

const idOf = (row: Loose) => row.id ?? row.session_id ?? row.order_id ?? row.seq
/** Absent is less than anything. */
const isInOrder = (one: Loose, other: Loose) => one === null || (other !== null && one <= other)

test('every list that can be sorted has an export', () => {
  expect(lists).toContain('/api/admin/staff')
  expect(lists.filter((path) => !paths[`${path}/export`]?.get)).toEqual([])
})

describe.each(sorted)('$path sorted by $sort', ({ path, sort }) => {
  test('has every row on exactly one page, in order, also those with equal keys', async () => {
    const filter = filterOf(path, sort)
    const whole = (await walk(path, `${filter}sort=${sort}`, undefined, 200)).map(idOf)
    expect(whole.length).toBeGreaterThan(6)
    const rows = await walk(path, `${filter}sort=${sort}`)
    expect(rows.map(idOf)).toEqual(whole)
    expect(new Set(whole).size).toBe(whole.length)
    const name = sort.replace('-', '')
    const values = rows.map((row) => row[name])
    if (sort.startsWith('-')) values.reverse()
    expect(values.slice(1).every((value, i) => isInOrder(values[i], value))).toBe(true)
  })

  test('has cursors that belong to one sort', async () => {
    const filter = filterOf(path, sort)
    const { next_cursor: cursor } = await read(`${path}?${filter}limit=1&sort=${sort}`)
    const other = sort.startsWith('-') ? sort.slice(1) : `-${sort}`
    expect(await call(app, `GET ${path}?${filter}sort=${other}&cursor=${cursor}`, { cookie })).toMatchObject({
      status: 400,
      code: 'validation_failed',
      errors: [{ path: 'cursor' }],
    })
  })
})

describe.each(lists)('%s', (path) => {
  test('refuses a sort that it does not have, and a cursor that is none', async () => {
    for (const [query, at] of [
      ['sort=password_hash', 'sort'],
      ['sort=constructor', 'sort'],
      ['cursor=bogus', 'cursor'],
      [`cursor=${forged}`, 'cursor'],
    ]) {
      expect(await call(app, `GET ${path}?${query}`, { cookie })).toMatchObject({
        status: 400,
        errors: [{ path: at }],
      })
    }
  })

  test('is exported whole, in the requested order, and the audit log records it', async () => {
    const sort = sorted.findLast((one) => one.path === path)?.sort ?? ''
    const query = `${filterOf(path, sort)}sort=${sort}`
    const rows = await walk(path, query)
    const answer = await call(app, `GET ${path}/export?${query}`, { cookie })
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.csv"$/)
    const [header = '', ...lines] = String(answer.data).trimEnd().split('\r\n')
    const [first = ''] = header.replace('\ufeff', '').split(',')
    expect(String(rows[0][first])).toBe(lines[0]?.split(',')[0])
    const logged = await read('/api/admin/logs/audit?action=lists.exported&limit=1')
    expect(logged.items[0]).toMatchObject({
      actor: { name: 'owner' },
      subject: { kind: 'list' },
      after: { sort },
    })
    expect(lines.length).toBe(rows.length)
    const columns = header.replace('\ufeff', '').split(',')
    expect(columns.filter((column) => !hasColumnName(column))).toEqual([])
    const forPeople = await call(app, `GET ${path}/export?${query}&language=zh`, { cookie })
    const [shown = '', ...shownLines] = String(forPeople.data).trimEnd().split('\r\n')
    expect(shown.split(',').filter((name) => columns.includes(name))).toEqual([])
    // The audit log holds the first export by now.
    expect(shownLines.length).toBe(path.endsWith('/audit') ? rows.length + 1 : rows.length)
    expect(String(forPeople.data)).not.toMatch(/(^|,)\d{4}-\d\d-\d\dT[\d:.]+Z(,|\r)/)
  })
})

const forged = Buffer.from(JSON.stringify(['-created_at', 'now()', newId()])).toString('base64url')

test.each(['username', '-created_at', 'last_login_at'])(
  'rows that come meanwhile make none of the others appear twice or not at all (%s)',
  async (sort) => {
    const before = (await read(`/api/admin/accounts?limit=200&sort=${sort}`)).items.map(idOf)
    let made = 0
    const rows = await walk('/api/admin/accounts', `sort=${sort}`, async () => {
      for (const name of ['a', 'm', 'z']) await signedIn(app, `${name}${sort.replace('-', '')}${made++}`)
    })
    const seen = rows.map(idOf)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => before.includes(id))).toEqual(before)
  },
)

test('who never signed in comes before everybody, and after them the other way round', async () => {
  const logins = async (sort: string) =>
    (await read(`/api/admin/accounts?limit=200&sort=${sort}`)).items.map((row: Loose) => row.last_login_at)
  expect((await logins('last_login_at')).slice(0, 7)).toEqual(Array(7).fill(null))
  expect((await logins('-last_login_at')).slice(-7)).toEqual(Array(7).fill(null))
})

test('codes are sorted by their use only where all are used', async () => {
  const answer = await call(app, 'GET /api/admin/codes?sort=-used_at', { cookie })
  expect(answer).toMatchObject({ status: 400, errors: [{ path: 'sort' }] })
})

test('an export has the rows that its filters leave and no formulas, whatever a name says', async () => {
  const name = '=HYPERLINK("http://evil","看")'
  await call(app, 'POST /api/admin/software', { cookie, body: { name, required_vip_level: 3 } })
  const { data, headers } = await call(app, 'GET /api/admin/software/export?query=hyperlink', { cookie })
  expect(headers.get('cache-control')).toBe('private, no-store')
  const [header, line, ...rest] = String(data).replace('\ufeff', '').trimEnd().split('\r\n')
  expect(header).toBe('id,name,required_vip_level,created_at,updated_at')
  expect(line?.split(',').slice(1, 3).join(',')).toBe(`"'=HYPERLINK(""http://evil"",""看"")"`)
  expect(rest).toEqual([])
})

test('a code that is searched for does not enter the audit log', async () => {
  const [code = ''] = await issueCodes(app, cookie)
  await call(app, `GET /api/admin/codes/export?query=${code}`, { cookie })
  const logged = await read('/api/admin/logs/audit?action=lists.exported&limit=1')
  expect(logged.items[0]).toMatchObject({ subject: { id: 'codes' }, after: { query: '…' } })
  expect(JSON.stringify(logged)).not.toContain(code)
})

test('lists are searched by the name of an account, and the audit log by who did it', async () => {
  const names = async (at: string) => (await read(at)).items.map((row: Loose) => row.username)
  // A code, and an order.
  expect(await names('/api/admin/logs/recharges?username=CUSTOMER3')).toEqual(['customer3', 'customer3'])
  expect(await names('/api/admin/online-users?username=customer3')).toEqual(['customer3'])
  expect(await names('/api/admin/online-users?username=nobody')).toEqual([])
  expect(await names('/api/admin/logs/recharges?username=nobody')).toEqual([])
  const found = async (at: string) => (await read(at)).items.length
  expect(await names('/api/admin/staff?query=MEMBER3')).toEqual(['member3'])
  expect(await found('/api/admin/code-batches?query=OWN')).toBe(await found('/api/admin/code-batches'))
  expect(await found('/api/admin/code-batches?query=own_r')).toBe(0)
  expect((await read('/api/admin/logs/audit?actor=owner')).items.length).toBeGreaterThan(6)
  expect((await read('/api/admin/logs/audit?actor=nobody')).items).toEqual([])
})

test('an export of many pages is one file', async () => {
  await issueCodes(app, cookie, { count: 1_201 })
  const { data: all } = await call(app, 'GET /api/admin/codes/export?status=unused', { cookie })
  const ids = String(all).trimEnd().split('\r\n').slice(1).map((line) => line.split(',')[0]) // prettier-ignore
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(1_201)
})
