import { newId } from '@lessor/kit'
import { setTimeout as sleep } from 'node:timers/promises'
import { vipProductId } from '../../apps/server/src/modules/leasing/catalog/index.ts'
import { accountIdOf, makeAccounts, range, signIn, type Customer } from './customers.ts'
import { wire, type Generator } from './load.ts'
import type { Server } from './server.ts'

/** An order that waits to be paid. */
export interface Unpaid {
  readonly id: string
  readonly customer: Customer
}

/** Offers a VIP month at 30.00; answers the plan's id. */
export async function offerPlan({ calls }: Server): Promise<string> {
  const cookie = await calls.ownerCookie()
  const make = async (at: string, body: object) =>
    (await calls.data<{ id: string }>(`POST /api/admin/${at}`, { cookie, body })).id
  const category_id = await make('categories', { name: 'Shop' })
  const group_id = await make('product-groups', { category_id, name: 'VIP' })
  await calls.raw(`PATCH /api/admin/products/${vipProductId}`, { cookie, body: { group_id } })
  return make('plans', { product_id: vipProductId, cycle: 'monthly', price: '30.00', level: 1 })
}

/** Makes the accounts number `from` to `from + count - 1`, puts 30.00 into each wallet, and signs them in. */
export async function makeBuyers(server: Server, from: number, count: number): Promise<Customer[]> {
  await makeAccounts(server, from, from + count - 1, 4)
  await server.db.query(
    `insert into ledger_entry (id, at, debit, credit, credit_of, amount, cause, cause_id, part)
     select gen_random_uuid(), now(), 'adjustments', 'wallet', id, 30.00, 'adjustment', gen_random_uuid(), 0
     from unnest($1::uuid[]) id`,
    [range(from, count).map(accountIdOf)],
  )
  return signIn(server, range(from, count))
}

/** Whole requests that order the plan, one for each customer. */
export const orderRequests = (customers: readonly Customer[], planId: string): string[] =>
  customers.map(({ token }) =>
    wire({ at: 'POST /api/orders', token, key: newId(), body: { plan_id: planId } }),
  )

/** Whole requests that pay orders from the wallet. */
export const payRequests = (orders: readonly Unpaid[]): string[] =>
  orders.map(({ id, customer: { token } }) =>
    wire({ at: `POST /api/orders/${id}/pay`, token, key: newId(), body: { gateway: 'wallet' } }),
  )

/** The unpaid order of each of these customers, of whom each has one. */
export async function unpaidOf({ db }: Server, customers: readonly Customer[]): Promise<Unpaid[]> {
  const { rows } = await db.query<{ id: string; of: string }>(
    `select id, account_id as of from orders_order where status = 'pending' and account_id = any($1)`,
    [customers.map(({ accountId }) => accountId)],
  )
  const orderOf = new Map(rows.map(({ id, of }) => [of, id]))
  return customers.map((customer) => ({ id: orderOf.get(customer.accountId) ?? '', customer }))
}

/** Orders the plan once for each customer, over HTTP. */
export async function order(
  server: Server,
  generator: Generator,
  customers: readonly Customer[],
  planId: string,
): Promise<Unpaid[]> {
  const requests = orderRequests(customers, planId)
  await generator.load({ port: server.port, connections: 16, requests })
  return unpaidOf(server, customers)
}

/** Waits until the jobs that payments left are done: the next measurement is not to carry them. */
export async function jobsDone({ db }: Server): Promise<void> {
  const open = `select 1 from pgboss.job where state in ('created', 'retry', 'active') and singleton_on is null limit 1`
  while ((await db.query(open, [])).count > 0) await sleep(100)
}
