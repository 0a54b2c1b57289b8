import { newId } from '@lessor/kit'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { staffActor, start, testApp, testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { anAccount } from '../../people/accounts/testing.ts'
import {
  cancelInvoice,
  createByHand,
  draftBatch,
  draftCreditNote,
  draftInvoice,
  issueInvoice,
  markPaid,
  totalsOf,
  type NewCreditNote,
  type NewItem,
  type Unbilled,
} from './index.ts'
import { numberDue } from './number-due.ts'
import { markOverdue } from './mark-overdue.ts'
import { invoiceById, itemsOf } from './queries.ts'
import { aDraft, anInvoice } from './testing.ts'

let app: TestApp
beforeAll(async () => void (app = await testApp({ env: { LESSOR_INVOICES_TAX_RATE: '6' } })))

const cmdOf = (of = app) => of.command({ kind: 'system', name: 'test' })
const staff = () => app.command(staffActor('finance'))
const credit = (note: NewCreditNote) => {
  const cmd = cmdOf()
  return inTransaction(cmd, 'test.credit', (tx) => draftCreditNote(tx, cmd, note))
}
const again = (id: string, of = app) => invoiceById.one(of.services.db, { id })
const refund = (invoiceId: string, amount: string, causeId = newId()) =>
  credit({ of: { invoiceId }, cause: 'refund', causeId, amount })

async function sql(text: string, ...values: unknown[]) {
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  try {
    return await client.query<Record<string, unknown>>(text, values)
  } finally {
    await client.end()
  }
}

test('what an order will be charged is counted as its invoice will', () => {
  expect(totalsOf([{ amountFen: 3_000, taxRate: '6' }], false)).toMatchObject({ totalFen: 3_180 })
})

describe('a draft', () => {
  test('is made once for a cause, however often it is drafted, and at once', async () => {
    const { id: accountId } = await anAccount(cmdOf(), { username: 'once' })
    const items: NewItem[] = [{ cause: 'order', causeId: newId(), text: '月付', amount: '30.00' }]
    const cmd = cmdOf()
    const draft = () => inTransaction(cmd, 'test.draft', (tx) => draftInvoice(tx, cmd, { accountId, items }))
    const made = await Promise.all(Array.from({ length: 8 }, draft))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(made[0]).toMatchObject({
      net: '28.30',
      tax: '1.70',
      total: '30.00',
      status: 'draft',
      number: null,
    })
    const more = [...items, { cause: 'order', causeId: newId(), text: '年付', amount: '1.00' }]
    const partly = inTransaction(cmd, 'test.draft', (tx) => draftInvoice(tx, cmd, { accountId, items: more }))
    await expect(partly).rejects.toMatchObject({ code: 'already_billed' })
  })

  test('that is rolled back leaves nothing', async () => {
    const { id: accountId } = await anAccount(cmdOf(), { username: 'back' })
    const causeId = newId()
    const cmd = cmdOf()
    const rolledBack = inTransaction(cmd, 'test.draft', async (tx) => {
      await draftInvoice(tx, cmd, {
        accountId,
        items: [{ cause: 'order', causeId, text: 'x', amount: '1.00' }],
      })
      throw new Error('killed')
    })
    await expect(rolledBack).rejects.toThrow('killed')
    expect((await sql('select from invoices_item where cause_id = $1', causeId)).rowCount).toBe(0)
  })

  test('by hand waits for staff, and can be cancelled', async () => {
    const { id: accountId } = await anAccount(cmdOf(), { username: 'hand' })
    const byHand = { accountId, items: [{ text: '安装服务', quantity: 2, amount: '200.00' }] }
    const [one, other] = [await createByHand(staff(), byHand), await createByHand(staff(), byHand)]
    await numberDue(cmdOf())
    expect(await again(one.id)).toMatchObject({ status: 'draft', number: null })
    expect(await issueInvoice(staff(), one)).toMatchObject({ status: 'issued', total: '200.00' })
    const { invoice, creditNote } = await cancelInvoice(staff(), { id: other.id, reason: 'typo' })
    expect([invoice.status, invoice.number, creditNote]).toEqual(['cancelled', null, null])
    await expect(issueInvoice(staff(), other)).rejects.toMatchObject({ code: 'invoice_step_refused' })
  })

  test('of many customers is one for each, without what is billed already', async () => {
    const accounts = [
      await anAccount(cmdOf(), { username: 'many1' }),
      await anAccount(cmdOf(), { username: 'many2' }),
    ]
    const unbilled: Unbilled[] = accounts.flatMap(({ id }) =>
      [1, 2].map((n) => ({
        accountId: id,
        cause: 'order',
        causeId: newId(),
        text: `第 ${n} 项`,
        amount: '10.00',
      })),
    )
    const batch = { unbilled, period: { start, end: new Date(start.getTime() + 1) }, isReady: true }
    expect((await draftBatch(staff(), batch)).map(({ total }) => total)).toEqual(['20.00', '20.00'])
    expect(await draftBatch(staff(), batch)).toEqual([])
  })
})

describe('a number', () => {
  test('is given in the order of time, with buyer, seller and year as they are then', async () => {
    const own = await testAppForThis({ env: { LESSOR_INVOICES_SELLER_NAME: '某某科技有限公司' } })
    const drafts = []
    for (let i = 0; i < 5; i++) {
      own.clock.advance(1_000)
      drafts.push(await aDraft(cmdOf(own), { isPaid: i % 2 === 0 }))
    }
    await numberDue(cmdOf(own))
    const numbered = await Promise.all(drafts.map(({ id }) => again(id, own)))
    expect(numbered.map(({ reference }) => reference)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `INV-2026-00000${n}`),
    )
    expect(numbered.map(({ status }) => status)).toEqual(['paid', 'issued', 'paid', 'issued', 'paid'])
    expect(numbered[0]?.seller).toEqual({ name: '某某科技有限公司' })
    // 2026-12-31 16:00 UTC is the new year in Shanghai.
    own.clock.set(new Date('2026-12-31T16:00:00Z'))
    expect(await anInvoice(cmdOf(own))).toMatchObject({ year: 2027, number: 1, reference: 'INV-2027-000001' })
  })

  test('has no gap and is never given twice, with several processes, and some of them killed', async () => {
    const own = await testAppForThis()
    const beside = await testAppForThis({ beside: own })
    const { id: accountId } = await anAccount(cmdOf(own), { username: 'racer' })
    const drafting = Array.from({ length: 60 }, async (_, i) => {
      const cmd = cmdOf(i % 2 === 0 ? own : beside)
      const items = [{ cause: 'order', causeId: newId(), text: `${i}`, amount: '1.00' }]
      await inTransaction(cmd, 'test.draft', async (tx) => {
        await draftInvoice(tx, cmd, { accountId, items })
        if (i % 5 === 0) throw new Error('killed')
      }).catch(() => undefined)
      await Promise.all([numberDue(cmdOf(own)), numberDue(cmdOf(beside)), killedWhileNumbering(own)])
    })
    await Promise.all(drafting)
    await numberDue(cmdOf(own))
    const client = new pg.Client({ connectionString: own.databaseUrl })
    await client.connect()
    const { rows } = await client.query<{ number: number }>(
      'select number from invoices_invoice order by number',
    )
    await client.end()
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 48 }, (_, i) => i + 1))
  })

  test('is not given to what staff cancel at the same moment', async () => {
    for (let i = 0; i < 10; i++) {
      const { id } = await aDraft(cmdOf())
      const [cancelled] = await Promise.allSettled([
        cancelInvoice(staff(), { id, reason: '' }),
        numberDue(cmdOf()),
      ])
      expect(cancelled.status).toBe('fulfilled')
      const { number, status, credited } = await again(id)
      expect([status, number === null ? '0.00' : '30.00']).toEqual(['cancelled', credited])
    }
  })

  test('comes by itself soon after a draft is ready', async () => {
    const { id } = await aDraft(cmdOf())
    await expect.poll(async () => (await again(id)).status, { timeout: 15_000 }).toBe('issued')
  })
})

/** Numbers what waits in a transaction that never commits. */
async function killedWhileNumbering({ databaseUrl }: TestApp) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('begin')
  await client
    .query(
      `with due as (select id, kind from invoices_invoice where number is null order by id for update),
       moved as (insert into invoices_series as s (kind, year, last) select kind, 2026, count(*) from due group by kind
         on conflict (kind, year) do update set last = s.last + excluded.last returning last) select from moved`,
    )
    .catch(() => undefined)
  await client.end()
}

describe('an issued invoice', () => {
  test.for([
    [`total = 29, net = 27.30`],
    [`buyer = '{"name":"other"}'`],
    [`number = number + 1`],
    [`due_at = now()`],
    [`note = 'x'`],
    [`status = 'draft'`],
    [`credited = 30.01`],
    [`paid_amount = 30.01`],
  ] as const)('never changes: %s', async ([set]) => {
    const { id } = await anInvoice(cmdOf())
    await expect(sql(`update invoices_invoice set ${set} where id = $1`, id)).rejects.toMatchObject({
      code: expect.stringMatching(/^(23|42)/),
    })
  })

  test('keeps its lines, and is never removed', async () => {
    const { id } = await anInvoice(cmdOf())
    await expect(sql(`update invoices_item set text = 'x' where invoice_id = $1`, id)).rejects.toThrow(
      'never change',
    )
    await expect(sql('delete from invoices_item where invoice_id = $1', id)).rejects.toThrow('never change')
    await expect(sql('delete from invoices_invoice where id = $1', id)).rejects.toThrow('never removed')
    const line = `insert into invoices_item select gen_random_uuid(), invoice_id, 9, 'x', gen_random_uuid(), text, quantity,
      amount, tax_rate, tax from invoices_item where invoice_id = $1`
    await expect(sql(line, id)).rejects.toThrow('no other lines')
    await expect(sql('update invoices_series set last = last - 1')).rejects.toThrow('only goes on')
  })

  test('is paid once, by staff with a note', async () => {
    const { id } = await anInvoice(cmdOf())
    expect(await markPaid(staff(), { id, note: '银行转账' })).toMatchObject({
      status: 'paid',
      paidAmount: '30.00',
    })
    await expect(markPaid(staff(), { id, note: '' })).rejects.toMatchObject({ code: 'invoice_step_refused' })
    await expect(cancelInvoice(staff(), { id, reason: '' })).rejects.toMatchObject({
      code: 'invoice_step_refused',
    })
  })

  test('is overdue after its day, and can still be paid', async () => {
    const own = await testAppForThis()
    const { id, dueAt } = await anInvoice(cmdOf(own))
    expect(dueAt?.getTime()).toBe(start.getTime() + 14 * 86_400_000)
    own.clock.advance(14 * 86_400_000)
    await markOverdue(cmdOf(own))
    expect((await again(id, own)).status).toBe('issued')
    own.clock.advance(1)
    await markOverdue(cmdOf(own))
    expect((await again(id, own)).status).toBe('overdue')
    const paid = await markPaid(own.command(staffActor('finance')), { id, note: '' })
    expect(paid.status).toBe('paid')
  })

  test('is for finance alone to change', async () => {
    const { id } = await anInvoice(cmdOf())
    for (const role of ['support', 'auditor'] as const)
      expect(() => markPaid(app.command(staffActor(role)), { id, note: '' })).toThrow(/forbidden/)
  })
})

describe('a credit note', () => {
  test('takes its cumulative share: 0.56, 0.57 and 0.57 of 1.70', async () => {
    const { id } = await anInvoice(cmdOf(), { isPaid: true })
    const notes = []
    for (let i = 0; i < 3; i++) notes.push(await refund(id, '10.00'))
    expect(notes.map((note) => note?.tax)).toEqual(['0.56', '0.57', '0.57'])
    expect((await again(id)).credited).toBe('30.00')
    await expect(refund(id, '0.01')).rejects.toMatchObject({ code: 'credit_too_high' })
    await numberDue(cmdOf())
    const printed = await Promise.all(notes.map((note) => again(note?.id ?? '')))
    expect(printed.map(({ reference }) => reference?.slice(0, 8))).toEqual(Array(3).fill('CN-2026-'))
    expect(printed.map(({ status }) => status)).toEqual(Array(3).fill('paid'))
  })

  test('is made once for a refund, drafted six times at once, and never for more than the invoice', async () => {
    const { id } = await anInvoice(cmdOf(), { isPaid: true })
    const causeId = newId()
    const same = await Promise.all(Array.from({ length: 6 }, () => refund(id, '7.00', causeId)))
    expect(new Set(same.map((note) => note?.id)).size).toBe(1)
    const others = await Promise.allSettled(Array.from({ length: 6 }, () => refund(id, '7.00')))
    expect(others.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect((await again(id)).credited).toBe('28.00')
  })

  test('cancels an issued invoice, and names it', async () => {
    const { id } = await anInvoice(cmdOf())
    const { invoice, creditNote } = await cancelInvoice(staff(), { id, reason: '开错' })
    expect(invoice).toMatchObject({ status: 'cancelled' })
    expect(creditNote).toMatchObject({
      kind: 'credit_note',
      ofId: id,
      total: '30.00',
      tax: '1.70',
      paidAmount: '0.00',
    })
    expect(await again(id)).toMatchObject({ credited: '30.00', reference: expect.stringMatching(/^INV-/) })
  })

  test('of what was never invoiced is none', async () => {
    const of = { cause: 'order', causeId: newId() }
    expect(await credit({ of, cause: 'refund', causeId: newId(), amount: '1.00' })).toBeUndefined()
  })

  test('has a line for each rate', async () => {
    const items = ['6', '13'].map((taxRate) => ({
      cause: 'order',
      causeId: newId(),
      text: taxRate,
      amount: '50.00',
      taxRate,
    }))
    const { id } = await anInvoice(cmdOf(), { items, isPaid: true })
    const note = await refund(id, '70.00')
    const lines = await itemsOf.all(app.services.db, { id: note?.id ?? '' })
    expect(lines.map(({ taxRate, amount }) => [taxRate, amount])).toEqual([
      ['6', '50.00'],
      ['13', '20.00'],
    ])
  })
})
