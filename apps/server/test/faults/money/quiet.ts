import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { expect } from 'vitest'
import { call } from '../../calls.ts'
import { clientOf, expectSoon } from '../databases.ts'
import type { Book } from './book.ts'
import type { Shop } from './shop.ts'

/** The server repeats a call to a gateway two minutes after it was cut off; a job after less. */
const withinMs = 200_000

/**
 * Waits until the server has done by itself all that is on its way: money that came is counted, jobs are done, refunds are
 * sent. Answers what only a person could do: refunds that were cut off, which are finished here as the gateway knows them.
 */
export async function expectQuiet(
  { purchases }: Book,
  shop: Shop,
  server: { readonly url: string },
  databaseUrl: string,
): Promise<{ readonly refundsByHand: number }> {
  const db = await clientOf(databaseUrl)
  const paid = purchases.flatMap(({ references }) => references).filter((one) => shop.yipay.find(one).isPaid)
  const counted = 'select count(*)::int as count from payments_payment where paid_at is not null'
  await expectSoon(db, counted, [{ count: paid.length }], withinMs)
  // A refund that is sent again and again is one that a person must look at: its first answer was lost.
  const unsent = `select id from payments_refund where status = 'wanted' or status = 'sent' and tries < 2`
  await expectSoon(db, unsent, [], withinMs)
  await expectJobsDone(db)
  const refundsByHand = await finishRefunds(db, shop, server)
  await expectJobsDone(db)
  return { refundsByHand }
}

/** No listener has anything left to do, no job has failed, and no task is late. */
async function expectJobsDone(db: pg.Client): Promise<void> {
  const left = `select name, state, output from pgboss.job where state = 'failed' or state not in ('completed', 'cancelled')
    and (singleton_on is null or start_after < now() - interval '1 minute')`
  await expectSoon(db, left, [], withinMs)
}

async function finishRefunds(db: pg.Client, { cookie, yipay }: Shop, server: { readonly url: string }) {
  const { rows } = await db.query<{ id: string; reference: string }>(
    `select r.id, p.reference from payments_refund r join payments_payment p on p.id = r.payment_id where r.status = 'sent'`,
  )
  for (const { id, reference } of rows) {
    const headers = { 'idempotency-key': randomUUID() }
    // An order is refunded once at most here.
    const body = { done: yipay.find(reference).refunded > 0, note: 'Looked up' }
    const answer = await call(server, `POST /api/admin/refunds/${id}/finish`, { cookie, headers, body })
    expect(answer.code).toBe(0)
  }
  return rows.length
}
