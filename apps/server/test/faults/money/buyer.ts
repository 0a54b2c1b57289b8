import { randomUUID } from 'node:crypto'
import { formatAmount, parseAmount } from '@lessor/kit'
import type { Answer } from '../../calls.ts'
import { oneOf, settle, type Client, type Settled } from '../client.ts'
import type { Customer } from '../ledger.ts'
import { count, type Book, type Purchase } from './book.ts'
import { priceFen, type Shop } from './shop.ts'

/** A client that buys for its own customers. */
export interface Buyer extends Client {
  readonly shop: Shop
  readonly book: Book
}

export type Step = (client: Buyer) => Promise<void>

const key = () => ({ 'idempotency-key': randomUUID() })

/** Sends as a customer, under one key until it is answered. */
export const asCustomer = (
  client: Buyer,
  { token }: Customer,
  at: string,
  body: object = {},
): Promise<Settled> => settle(client, at, { token, body, headers: key() })

export const asStaff = (client: Buyer, at: string, body?: object): Promise<Settled> =>
  settle(client, at, { cookie: client.cookie, headers: key(), ...(body && { body }) })

/** Notes an answer that no fault excuses; answers whether it was the first of the right ones. */
export function expected(
  { ledger }: Buyer,
  what: string,
  { status, code, message }: Answer,
  ...right: (string | 0)[]
): boolean {
  if (!right.includes(code)) ledger.wrong.push(`${what}: ${status} ${code} ${message}`)
  return code === right[0]
}

/** An order of one of the client's customers; undefined where that one has too many unpaid ones. */
export async function order(client: Buyer, one: Customer = oneOf(client.own)): Promise<Bought | undefined> {
  const answer = await asCustomer(client, one, 'POST /api/orders', { plan_id: client.shop.planId })
  if (!expected(client, 'order', answer, 0, 'too_many_unpaid')) return undefined
  const { id, total } = answer.data as { id: string; total: string }
  const purchase: Purchase = { id, accountId: one.id, totalFen: parseAmount(total), references: [] }
  client.book.purchases.push(purchase)
  return { one, purchase }
}

export interface Bought {
  readonly one: Customer
  readonly purchase: Purchase
}

/** Puts money into a wallet, as staff who took it over the counter. */
export async function topUp(client: Buyer, { id }: Customer, amountFen = 4 * priceFen): Promise<void> {
  const body = { direction: 'add', amount: formatAmount(amountFen), reason: 'Paid at the counter' }
  const answer = await asStaff(client, `POST /api/admin/accounts/${id}/wallet/adjust`, body)
  if (!expected(client, 'top up', answer, 0)) return
  const { toppedUpFen } = client.book
  toppedUpFen.set(id, (toppedUpFen.get(id) ?? 0) + amountFen)
  count(client.book, 'top-ups')
}

export const pay = (client: Buyer, { one, purchase }: Bought, body: object): Promise<Settled> =>
  asCustomer(client, one, `POST /api/orders/${purchase.id}/pay`, body)

/** Begins to pay by the gateway; undefined where nothing is left to pay there. */
export async function begin(client: Buyer, bought: Bought, more: object = {}): Promise<string | undefined> {
  const answer = await pay(client, bought, { gateway: client.shop.gatewayId, ...more })
  // Unavailable: the repeat of a request whose attempt has ended.
  if (!expected(client, 'begin', answer, 0, 'order_not_payable', 'gateway_unavailable')) return undefined
  const { payment } = answer.data
  // The wallet had enough for all of it.
  if (!payment) return void (bought.purchase.paid = true)
  const reference = String(payment.id).replaceAll('-', '')
  if (!bought.purchase.references.includes(reference)) bought.purchase.references.push(reference)
  return reference
}
