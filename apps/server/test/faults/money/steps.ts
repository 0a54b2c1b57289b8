import { randomInt } from 'node:crypto'
import { formatAmount } from '@lessor/kit'
import type { Loose } from '../../calls.ts'
import { oneOf, settle } from '../client.ts'
import { nextStep } from '../steps.ts'
import { count, type Purchase } from './book.ts'
import { asCustomer, asStaff, begin, expected, order, pay, topUp, type Bought, type Buyer, type Step } from './buyer.ts' // prettier-ignore
import { forge, notify } from './notices.ts'

/** An order, paid from the wallet; what is missing is put in first. */
async function buyByWallet(client: Buyer): Promise<void> {
  const bought = await order(client)
  if (!bought) return cancelUnpaid(client)
  await payByWallet(client, bought)
}

async function payByWallet(client: Buyer, bought: Bought): Promise<void> {
  for (;;) {
    const answer = await pay(client, bought, { gateway: 'wallet' })
    if (expected(client, 'pay from the wallet', answer, 0, 'insufficient_funds')) break
    if (answer.code !== 'insufficient_funds') return
    await topUp(client, bought.one)
  }
  bought.purchase.paid = true
  count(client.book, 'paid from the wallet')
}

/** An order, paid at the gateway, whose notices come early, twice, late or never. */
const buyByGateway = (client: Buyer): Promise<void> => buyAt(client, {})

/** The wallet first, the gateway for the rest. */
async function buyMixed(client: Buyer): Promise<void> {
  const one = oneOf(client.own)
  if (randomInt(3) === 0) await topUp(client, one, 1_000)
  await buyAt(client, { use_wallet: true })
}

async function buyAt(client: Buyer, more: object): Promise<void> {
  const bought = await order(client)
  if (!bought) return cancelUnpaid(client)
  const reference = await begin(client, bought, more)
  if (reference === undefined) return
  if (randomInt(4) === 0) await forge(client, reference)
  // Before it is paid: the gateway itself denies it.
  if (randomInt(8) === 0) await notify(client, reference)
  client.shop.yipay.pay(reference)
  count(client.book, Object.keys(more).length > 0 ? 'paid by both' : 'paid by the gateway')
  // One in twenty gets lost: the gateway is asked.
  const times = randomInt(20) === 0 ? 0 : 1 + randomInt(4)
  await Promise.all(Array.from({ length: times }, () => notify(client, reference)))
}

/** A notice of some earlier payment comes again: over whatever its order has become. */
async function repeatNotice(client: Buyer): Promise<void> {
  const purchase = someOf(client, ({ references }) => references.length > 0)
  const [reference] = purchase?.references ?? []
  if (reference !== undefined) await notify(client, reference)
}

/** Many try at once to pay one order: one of them does. */
async function race(client: Buyer): Promise<void> {
  const bought = await order(client)
  if (!bought) return cancelUnpaid(client)
  await topUp(client, bought.one)
  const byGateway = begin(client, bought)
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => pay(client, bought, { gateway: 'wallet' })),
  )
  const reference = await byGateway
  for (const answer of answers) expected(client, 'race', answer, 0, 'order_not_payable')
  const paid = answers.filter(({ code }) => code === 0).length
  if (paid !== 1) client.ledger.wrong.push(`${paid} of 5 paid one order`)
  bought.purchase.paid = true
  count(client.book, 'races')
  // Paid a second time, at the gateway: that money is the customer's.
  if (reference !== undefined && randomInt(2) === 0) {
    client.shop.yipay.pay(reference)
    await notify(client, reference)
    count(client.book, 'paid twice')
  }
}

/** Cancels an order; a third of those begun at the gateway are paid afterwards. */
async function cancel(client: Buyer): Promise<void> {
  const bought = await order(client)
  if (!bought) return cancelUnpaid(client)
  const reference = randomInt(2) === 0 ? await begin(client, bought, { use_wallet: randomInt(2) === 0 }) : undefined
  if (bought.purchase.paid) return
  await cancelOne(client, bought)
  if (reference === undefined || randomInt(3) > 0) return
  client.shop.yipay.pay(reference)
  await notify(client, reference)
  count(client.book, 'paid after cancelling')
} // prettier-ignore

async function cancelOne(client: Buyer, { one, purchase }: Bought): Promise<void> {
  const answer = await asCustomer(client, one, `POST /api/orders/${purchase.id}/cancel`)
  if (!expected(client, 'cancel', answer, 0, 'order_not_cancellable')) return
  purchase.cancelled = true
  count(client.book, 'cancelled')
}

/** Makes room for new orders: cancels what a customer has not paid. */
async function cancelUnpaid(client: Buyer): Promise<void> {
  for (const one of client.own) {
    const answer = await settle(client, 'GET /api/orders?limit=50', { token: one.token })
    if (!expected(client, 'own orders', answer, 0)) return
    const unpaid = answer.data.items.filter(({ status }: Loose) => status === 'pending')
    for (const { id } of unpaid) {
      const purchase = client.book.purchases.find((some) => some.id === id)
      if (purchase) await cancelOne(client, { one, purchase })
    }
  }
}

/** Staff give money of a paid order back. */
async function refund(client: Buyer): Promise<void> {
  const purchase = someOf(client, (one) => !one.refund && !one.cancelled)
  if (!purchase) return
  const asked = await settle(client, `GET /api/admin/orders/${purchase.id}`, { cookie: client.cookie })
  if (!expected(client, 'read an order', asked, 0)) return
  if ((asked.data as { order: { status: string } }).order.status !== 'completed') return
  const wanted = {
    amountFen: randomInt(2) === 0 ? purchase.totalFen : 1 + randomInt(purchase.totalFen),
    to: randomInt(3) === 0 && purchase.references.length > 0 ? 'gateway' : 'wallet',
  } as const
  const time = oneOf(['share', 'all', 'none'])
  const body = { amount: formatAmount(wanted.amountFen), to: wanted.to, time, override: true, reason: 'A test' }
  const answer = await asStaff(client, `POST /api/admin/orders/${purchase.id}/refund`, body)
  if (!expected(client, 'refund', answer, 0, 'over_refund')) return
  purchase.refund = wanted
  count(client.book, `refunds to the ${wanted.to}`)
} // prettier-ignore

/** Pays an order that is somebody else's: there is no such order. */
async function intrude(client: Buyer): Promise<void> {
  const one = oneOf(client.own)
  const purchase = client.book.purchases.find(
    ({ accountId }) => !client.own.some(({ id }) => id === accountId),
  )
  if (!purchase) return
  const answer = await pay(client, { one, purchase }, { gateway: 'wallet' })
  expected(client, 'pay another’s order', answer, 'not_found')
}

const lists = ['orders', 'payments', 'refunds', 'payment-notices', 'ledger', 'ledger-sums', 'accounts', 'users', 'online-users', 'codes', 'logs/audit', 'logs/logins', 'logs/recharges', 'alerts', 'invoices'] // prettier-ignore

/** Staff look through the console, and a customer at its own orders. */
async function look(client: Buyer): Promise<void> {
  const list = oneOf(lists)
  expected(client, list, await settle(client, `GET /api/admin/${list}`, { cookie: client.cookie }), 0)
  const one = oneOf(client.own)
  const answer = await settle(client, 'GET /api/orders', { token: one.token })
  if (expected(client, 'own orders', answer, 0)) count(client.book, 'looks')
}

/** Any of the client's own purchases that fits. */
function someOf({ own, book }: Buyer, fits: (one: Purchase) => boolean): Purchase | undefined {
  const mine = new Set(own.map(({ id }) => id))
  const fitting = book.purchases.filter((one) => mine.has(one.accountId) && fits(one))
  return fitting[randomInt(fitting.length + 1)]
}

/** A choice by weight. */
function chooser(weights: readonly (readonly [number, Step])[]): () => Step {
  const steps = weights.flatMap(([weight, step]) => Array<Step>(weight).fill(step))
  return () => oneOf(steps)
}

/** What a client of the shop does next; weights are in percent. */
export const nextPurchase = chooser([
  [28, buyByWallet],
  [26, buyByGateway],
  [14, buyMixed],
  [6, repeatNotice],
  [8, race],
  [8, cancel],
  [8, refund],
  [2, intrude],
])

/** Everything that customers and staff do: half of it about money. */
export const nextOfAll = chooser([
  [45, (client) => nextStep()(client)],
  [40, (client) => nextPurchase()(client)],
  [15, look],
])
