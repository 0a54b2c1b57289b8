import { newId } from '@lessor/kit'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie, signedIn, type Loose } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { anAccount } from '../../people/accounts/testing.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import {
  adjustments,
  balanceOf,
  held,
  income,
  move,
  post,
  tax,
  verifyLedger,
  wallet,
  type Movement,
} from './index.ts'

let app: TestApp
beforeAll(async () => void (app = await testApp()))

const cmdOf = () => app.command({ kind: 'system', name: 'test' })
const posting = (
  cause: 'order_paid' | 'adjustment' | 'wallet_part',
  movements: readonly Movement[],
  causeId = newId(),
) => {
  const cmd = cmdOf()
  return inTransaction(cmd, 'test.post', (tx) => post(tx, cmd, { cause, causeId, movements }))
}
const funded = async (fen: number) => {
  const { id: of } = await anAccount(cmdOf(), { username: `n${newId().slice(-12)}` })
  await posting('adjustment', [move(adjustments, wallet(of), fen)])
  return of
}
const balance = async (of: string, account: 'wallet' | 'held' = 'wallet') =>
  (await balanceOf.first(app.services.db, { account, of }))?.balance
const sql = async (text: string, ...values: unknown[]) => {
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  try {
    return await client.query(text, values)
  } finally {
    await client.end()
  }
}

describe('the books', () => {
  test('move every kept balance with its entries, and hold', async () => {
    const of = await funded(10_000)
    const order = newId()
    await posting('wallet_part', [move(wallet(of), held(order), 3_000)])
    await posting('order_paid', [move(held(order), income, 2_830), move(held(order), tax, 170)], order)
    expect([await balance(of), await balance(order, 'held')]).toEqual(['70.00', '0.00'])
    expect((await verifyLedger(app.services)).problems).toEqual([])
  })

  test('refuse what a wallet lacks, with how much, and move nothing', async () => {
    const of = await funded(1_000)
    const refused = posting('wallet_part', [move(wallet(of), held(newId()), 1_234)])
    await expect(refused).rejects.toThrow('The wallet lacks 2.34.')
    expect(await balance(of)).toBe('10.00')
  })

  test('pay nothing from a wallet that is not there', async () => {
    await expect(posting('wallet_part', [move(wallet(newId()), income, 1)])).rejects.toMatchObject({
      constraint: 'ledger_balance_missing',
    })
  })

  test('post one act once, and no amount of 0.00', async () => {
    const of = await funded(1_000)
    const act = newId()
    await posting('wallet_part', [move(wallet(of), held(act), 100), move(wallet(of), held(act), 0)], act)
    await expect(posting('wallet_part', [move(wallet(of), held(act), 100)], act)).rejects.toMatchObject({
      constraint: 'ledger_entry_cause',
    })
    expect(await balance(of)).toBe('9.00')
  })

  test('of 100 debits at once let through exactly what the wallet and its credit limit have', async () => {
    const of = await funded(10_000)
    const limit = await call(app, `PATCH /api/admin/accounts/${of}/wallet`, {
      cookie: await ownerCookie(app),
      body: { credit_limit: '5' },
    })
    expect(limit.status).toBe(200)
    const tries = Array.from({ length: 100 }, () =>
      posting('wallet_part', [move(wallet(of), held(newId()), 300)]),
    )
    const done = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled')
    expect(done).toHaveLength(35)
    expect(await balance(of)).toBe('-5.00')
    expect((await verifyLedger(app.services)).problems).toEqual([])
  })

  test.each([
    ['an entry is changed', 'update ledger_entry set amount = 1'],
    ['an entry is deleted', 'delete from ledger_entry'],
    ['all entries are truncated', 'truncate ledger_entry'],
    ['a balance is changed', "update ledger_balance set balance = 1 where account = 'wallet'"],
    ['a balance is deleted', 'delete from ledger_balance'],
    [
      'a balance is made up',
      "insert into ledger_balance (account, of, balance) values ('wallet', gen_random_uuid(), 5)",
    ],
  ])('are kept by the database when %s', async (_what, statement) => {
    await funded(100)
    await expect(sql(statement)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a check of the books', () => {
  /** As somebody who has the whole database would. */
  const tampering = async (statement: string, ...values: unknown[]) => {
    await sql('alter table ledger_entry disable trigger user')
    await sql('alter table ledger_balance disable trigger user')
    await sql(statement, ...values)
    await sql('alter table ledger_entry enable trigger user')
    await sql('alter table ledger_balance enable trigger user')
  }

  test('finds an entry and a balance that were rewritten, and an hour that was digested otherwise', async () => {
    app = await testApp()
    const of = await funded(1_000)
    await posting('wallet_part', [move(wallet(of), held(newId()), 400)])
    app.clock.advance(2 * 3_600_000)
    const { ledgerJobs } = await import('./jobs.ts')
    for (let i = 0; i < 2; i++) await ledgerJobs[0]?.run(cmdOf(), new AbortController().signal)
    expect((await verifyLedger(app.services)).problems).toEqual([])
    await tampering(`update ledger_entry set amount = 9 where cause = 'wallet_part'`)
    const kinds = (await verifyLedger(app.services)).problems.map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['step_broken', 'balance_differs', 'hour_changed']))
    await tampering(`update ledger_entry set amount = 4 where cause = 'wallet_part'`)
    await tampering(`update ledger_balance set balance = 600 where account = 'wallet' and of = $1`, of)
    expect((await verifyLedger(app.services)).problems).toEqual([
      { kind: 'balance_differs', account: 'wallet', of },
    ])
  })
})

describe('a wallet', () => {
  test('is there with its account, and shows its customer what went in and out', async () => {
    const own = await testApp()
    const { token } = await signedIn(own, 'alice')
    const { id } = (await call(own, 'GET /api/users/me', { token })).data
    const cookie = await ownerCookie(own)
    const adjust = (body: object) =>
      call(own, `POST /api/admin/accounts/${id}/wallet/adjust`, {
        cookie,
        body,
        headers: { 'Idempotency-Key': newId() },
      })
    expect((await adjust({ direction: 'add', amount: '12.5', reason: '补偿' })).data).toEqual({
      balance: '12.50',
    })
    expect((await adjust({ direction: 'take', amount: '2.50', reason: 'Fee' })).data).toEqual({
      balance: '10.00',
    })
    expect((await adjust({ direction: 'take', amount: '10.01', reason: 'Fee' })).code).toBe(
      'insufficient_funds',
    )
    expect((await adjust({ direction: 'take', amount: '-1', reason: '' })).status).toBe(400)
    expect((await call(own, 'GET /api/wallet', { token })).data).toEqual({
      balance: '10.00',
      credit_limit: '0.00',
    })
    const { data } = await call(own, 'GET /api/wallet/movements', { token })
    expect(data.items.map(({ amount, balance_after, note }: Loose) => [amount, balance_after, note])).toEqual(
      [
        ['-2.50', '10.00', 'Fee'],
        ['12.50', '12.50', '补偿'],
      ],
    )
  })

  test('is adjusted by those who may', async () => {
    const answer = await call(app, `POST /api/admin/accounts/${newId()}/wallet/adjust`, {
      body: { direction: 'add', amount: '1', reason: 'x' },
    })
    expect(answer.status).toBe(401)
  })
})
