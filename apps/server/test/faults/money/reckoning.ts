import { parseAmount } from '@lessor/kit'
import pg from 'pg'
import { expect } from 'vitest'
import { verifyBooks } from '../../../src/modules/sales/orders/index.ts'
import type { Yipay } from '../../gateways/yipay.ts'
import { withDatabase, type Ask } from '../reckoning.ts'
import type { Book, Purchase } from './book.ts'

/**
 * Holds the database against what customers and the gateway know: every acknowledged order is there once, as it was
 * acknowledged; each fen that a customer or the gateway gave is in an order or in a wallet; the books verify.
 */
export async function expectMoneyHolds(book: Book, yipay: Yipay, databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const ask: Ask = async (sql) => (await client.query(sql)).rows as never
    await expectOrders(book, ask)
    await expectOncePerOrder(ask)
    await expectPayments(book, yipay, ask)
    await expectWallets(book, yipay, ask)
  } finally {
    await client.end()
  }
  await withDatabase(databaseUrl, async (db) => expect((await verifyBooks({ db })).problems).toEqual([]))
}

/** Each order that was acknowledged, and no other; in the state that was acknowledged. */
async function expectOrders({ purchases }: Book, ask: Ask): Promise<void> {
  const orders = await ask<{ id: string; owner: string; status: string; total: string; refunded: string }>(
    'select id, account_id as owner, status, total, refunded from orders_order',
  )
  const found = new Map(orders.map((one) => [one.id, one]))
  expect([...found.keys()].sort()).toEqual(purchases.map(({ id }) => id).sort())
  const wrong = purchases.filter((one) => {
    const { owner, status, total, refunded } = found.get(one.id) ?? {}
    const isRight = owner === one.accountId && parseAmount(total ?? '0') === one.totalFen
    const isPaid = status === 'completed' || status === 'refunded'
    const hasRefund = parseAmount(refunded ?? '0') === (one.refund?.amountFen ?? 0)
    return !isRight || !hasRefund || (one.paid && !isPaid) || (one.cancelled && status !== 'cancelled')
  })
  expect(wrong.map((one) => ({ ...one, is: found.get(one.id) }))).toEqual([])
}

/** A paid order was posted once, brought its time once, and was billed once; another one never. */
async function expectOncePerOrder(ask: Ask): Promise<void> {
  const times = `select o.id, o.status, (o.paid_at is not null)::int as paid,
     (select count(*)::int from ledger_entry where cause = 'order_paid' and cause_id = o.id and credit in ('income', 'tax')) as posted,
     (select count(*)::int from leases_entry where source = 'order' and source_id = o.id) as leased,
     (select count(*)::int from invoices_item where cause = 'order' and cause_id = o.id) as billed
     from orders_order o`
  const wrong = await ask(
    `select * from (${times}) t where posted <> paid or leased <> paid or billed <> paid
       or (paid = 1) <> (status in ('completed', 'refunded'))`,
  )
  expect(wrong).toEqual([])
}

const paidAt = (yipay: Yipay, { references }: Purchase) =>
  references.map((reference) => yipay.find(reference)).filter(({ isPaid }) => isPaid)

/** What the gateway knows as paid is counted once, and nothing else. */
async function expectPayments({ purchases }: Book, yipay: Yipay, ask: Ask): Promise<void> {
  const counted = await ask<{ reference: string; amount: string }>(
    `select reference, amount from payments_payment where paid_at is not null order by reference`,
  )
  const paid = purchases
    .flatMap(({ references }) => references)
    .map((reference) => ({ reference, ...yipay.find(reference) }))
    .filter(({ isPaid }) => isPaid)
  expect(counted.map(({ reference, amount }) => `${reference} ${parseAmount(amount)}`)).toEqual(
    paid.map(({ reference, money }) => `${reference} ${money}`).sort(),
  )
  const posted = await ask<{ count: number }>(
    `select count(*)::int as count from ledger_entry where cause = 'payment' and debit = 'gateway'`,
  )
  expect(posted).toEqual([{ count: paid.length }])
}

/** A wallet has what was put in, what the gateway took for its orders, less what they cost, and what was given back. */
async function expectWallets({ purchases, toppedUpFen }: Book, yipay: Yipay, ask: Ask): Promise<void> {
  const orders = await ask<{ id: string; paid: boolean }>(
    'select id, paid_at is not null as paid from orders_order',
  )
  const isPaid = new Map(orders.map(({ id, paid }) => [id, paid]))
  const wanted = new Map(toppedUpFen)
  for (const one of purchases) {
    const payments = paidAt(yipay, one)
    const came = payments.reduce((sum, { money }) => sum + money, 0)
    // What a gateway was to give back and didn't is in the wallet.
    const left = payments.reduce((sum, { refunded }) => sum + refunded, 0)
    const change = came - (isPaid.get(one.id) ? one.totalFen : 0) + (one.refund?.amountFen ?? 0) - left
    wanted.set(one.accountId, (wanted.get(one.accountId) ?? 0) + change)
  }
  const balances = await ask<{ of: string; balance: string }>(
    `select w.of, w.balance + coalesce((select sum(h.balance) from ledger_balance h join orders_order o
       on h.account = 'held' and h.of = o.id and o.account_id = w.of), 0) as balance
     from ledger_balance w where w.account = 'wallet'`,
  )
  const different = balances
    .map(({ of, balance }) => ({
      of,
      fen: parseAmount(balance, { signed: true }),
      wanted: wanted.get(of) ?? 0,
    }))
    .filter(({ fen, wanted: right }) => fen !== right)
  expect(different).toEqual([])
  expect(await ask(`select of from ledger_balance where account = 'refunding' and balance <> 0`)).toEqual([])
}
