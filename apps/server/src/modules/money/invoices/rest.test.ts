import { newId } from '@lessor/kit'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { call, cookieOf, ownerCookie, signedIn, type Loose } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { aDraft, anInvoice } from './testing.ts'

let app: TestApp
let cookie: string
let customer: { token: string; id: string }
beforeAll(async () => {
  app = await testApp({
    env: { LESSOR_INVOICES_TAX_RATE: '6', LESSOR_INVOICES_SELLER_NAME: '某某科技有限公司' },
  })
  cookie = await ownerCookie(app)
  const { token } = await signedIn(app, 'buyer')
  const { data } = await call(app, 'GET /api/admin/users?query=buyer', { cookie })
  customer = { token, id: data.items[0].id }
})

const cmd = () => app.command({ kind: 'system', name: 'test' })
const own = (draft: Parameters<typeof anInvoice>[1] = {}) =>
  anInvoice(cmd(), { accountId: customer.id, ...draft })
const fetched = (path: string, headers: Record<string, string>) => fetch(app.url + path, { headers })
const post = (path: string, body?: unknown, as = cookie): Promise<Loose> =>
  call(app, `POST /api/admin/invoices${path}`, {
    cookie: as,
    headers: { 'idempotency-key': newId() },
    ...(body !== undefined && { body }),
  })

async function staffCookie(role: 'auditor' | 'support') {
  const member = { username: `some${role}`, password: 'a long password' }
  await call(app, 'POST /api/admin/staff', { cookie, body: { ...member, role } })
  return cookieOf(await call(app, 'POST /api/admin/login', { body: member }))
}

/** Rare signs, and what HTML would read. */
const name = '𠮷田㛃喆<b>&"有限公司'
const longName = `${'很长的名称'.repeat(38)}`

describe('staff', () => {
  test('draft, issue, and mark as paid', async () => {
    const items = [{ text: '安装服务', quantity: 2, amount: '30' }]
    const { data: draft } = await post('', { account_id: customer.id, items, buyer: { name } })
    expect(draft).toMatchObject({
      number: null,
      status: 'draft',
      net: '28.30',
      tax: '1.70',
      total: '30.00',
      buyer: { name },
    })
    const { data: issued } = await post(`/${draft.id}/issue`)
    expect(issued).toMatchObject({ status: 'issued', number: expect.stringMatching(/^INV-2026-\d{6}$/) })
    const { data: paid } = await post(`/${draft.id}/paid`, { note: '银行转账' })
    expect(paid).toMatchObject({ status: 'paid', paid_amount: '30.00' })
    expect(await post(`/${draft.id}/cancel`, {})).toMatchObject({ status: 409, code: 'invoice_step_refused' })
  })

  test('hear of every field that is wrong at once', async () => {
    const items = [{ text: '', quantity: 0, amount: '-1', tax_rate: '100' }]
    const answer = await post('', { account_id: 'x', items, due_at: 'soon', total: '0.01' })
    expect(answer).toMatchObject({ status: 400, code: 'validation_failed' })
    expect([...new Set(answer.errors.map(({ path }: Loose) => path))].toSorted()).toEqual([
      'account_id',
      'due_at',
      'items.0.amount',
      'items.0.quantity',
      'items.0.tax_rate',
      'items.0.text',
      'total',
    ])
    const large = { text: 'x', amount: '9999999999.99' }
    const tooLarge = await post('', { account_id: customer.id, items: [large, large] })
    expect(tooLarge).toMatchObject({ status: 400, code: 'invoice_too_large' })
    expect(await post('', { account_id: newId(), items: [large] })).toMatchObject({ status: 404 })
  })

  test('cancel an issued invoice by a credit note with amounts below zero', async () => {
    const { id, reference } = await own()
    const { data } = await post(`/${id}/cancel`, { reason: '开错' })
    expect(data).toMatchObject({ status: 'cancelled', credited: '30.00' })
    const { data: note } = await call(app, `GET /api/admin/invoices/${data.credit_note_id}`, { cookie })
    expect(note).toMatchObject({ kind: 'credit_note', total: '-30.00', tax: '-1.70', of_number: reference })
    expect(note.items).toEqual([expect.objectContaining({ amount: '-30.00', text: '退款' })])
  })

  test('find documents by number, state, kind, account and year', async () => {
    const { reference, number } = await own()
    const found = async (query: string): Promise<Loose[]> =>
      (await call(app, `GET /api/admin/invoices?${query}`, { cookie })).data.items
    expect(await found(`query=${reference?.toLowerCase()}`)).toMatchObject([
      { number: reference, account_name: 'buyer' },
    ])
    expect((await found(`query=${number}`)).map((one) => one.number)).toContain(reference)
    const narrow = `status=issued&kind=invoice&account_id=${customer.id}&year=2026`
    expect((await found(narrow)).map((one) => one.number)).toContain(reference)
    expect(await found('year=2025')).toEqual([])
    expect(await found('query=%25')).toEqual([])
  })

  test('change invoices only with the permission', async () => {
    const { id } = await own()
    const auditor = await staffCookie('auditor')
    expect(await call(app, `GET /api/admin/invoices/${id}`, { cookie: auditor })).toMatchObject({
      status: 200,
    })
    expect(await post(`/${id}/paid`, {}, auditor)).toMatchObject({ status: 403 })
    const support = await staffCookie('support')
    expect(await call(app, 'GET /api/admin/invoices', { cookie: support })).toMatchObject({ status: 403 })
  })
})

describe('customers', () => {
  test('have their own numbered documents, and nobody else’s', async () => {
    const other = await anInvoice(cmd())
    const draft = await aDraft(cmd(), { accountId: customer.id, isReady: false })
    const mine = await own()
    const { token } = customer
    const { data } = await call(app, 'GET /api/invoices', { token })
    const ids = data.items.map(({ id }: Loose) => id)
    expect(ids).toContain(mine.id)
    expect(ids).not.toContain(draft.id)
    expect(ids).not.toContain(other.id)
    expect((await call(app, `GET /api/invoices/${mine.id}`, { token })).data).not.toHaveProperty('note')
    for (const id of [other.id, draft.id, newId()]) {
      for (const part of ['', '/pdf', '/html']) {
        const answer = await call(app, `GET /api/invoices/${id}${part}`, { token })
        expect(answer).toMatchObject({ status: 404, code: 'invoice_not_found' })
      }
    }
  })

  test('print theirs, whatever their name', async () => {
    const { id } = await own({ buyer: { name, address: longName } })
    const page = await fetched(`/api/invoices/${id}/html`, { authorization: `Bearer ${customer.token}` })
    expect(page.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    const html = await page.text()
    expect(html).toContain('𠮷田㛃喆&lt;b&gt;&amp;&quot;有限公司')
    expect(html).not.toContain('<b>')
  })
})

describe('a PDF', () => {
  test('has the text of the document, also rare signs and long names', async () => {
    const { id, reference } = await own({ buyer: { name, address: longName } })
    const answer = await fetched(`/api/admin/invoices/${id}/pdf`, { cookie })
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${reference}.pdf"`)
    const pdf = Buffer.from(await answer.arrayBuffer())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    // The face of 7.9 MB isn't in it.
    expect(pdf.length).toBeLessThan(60_000)
    const text = await textOf(pdf)
    if (text === undefined) return
    expect(text).toContain(name)
    expect(text.replaceAll(/\s/g, '')).toContain(longName)
    for (const word of [reference, '28.30', '1.70', '30.00 CNY', '某某科技有限公司'])
      expect(text).toContain(word)
  })

  test('is drawn beside the event loop', async () => {
    const { id } = await own({ items: manyItems })
    await fetched(`/api/admin/invoices/${id}/pdf`, { cookie })
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const answers = await Promise.all(
      [1, 2, 3].map(() => fetched(`/api/admin/invoices/${id}/pdf`, { cookie })),
    )
    delay.disable()
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(delay.percentile(50) / 1e6).toBeLessThan(50)
  })
})

const manyItems = Array.from({ length: 100 }, (_, i) => ({
  ...{ cause: 'order', causeId: newId(), amount: '9.99' },
  text: `第 ${i} 项：云服务器 月付 ${'长'.repeat(i)}`,
}))

/** What a reader finds in it; undefined where poppler isn't installed. */
async function textOf(pdf: Buffer): Promise<string | undefined> {
  if (!existsSync('/usr/bin/pdftotext')) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'invoice-'))
  const file = join(folder, 'invoice.pdf')
  await writeFile(file, pdf)
  const { stdout } = await promisify(execFile)('pdftotext', [file, '-'])
  await rm(folder, { recursive: true })
  return stdout
}
