import { newId } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import { vipProductId } from '../apps/server/src/modules/leasing/catalog/index.ts'
import { orders } from '../apps/server/src/modules/sales/orders/index.ts'
import type { Command } from '../apps/server/src/platform/command.ts'
import type { Call } from '../apps/server/src/platform/http/route.ts'
import { rate, type Benchmark, type Finding } from './lab/benchmark.ts'
import { jobsDone, makeBuyers, offerPlan, order, orderRequests, payRequests, unpaidOf, type Unpaid } from './lab/checkout.ts' // prettier-ignore
import { startChild } from './lab/child.ts'
import { lowCost } from './lab/customers.ts'
import { startGenerator, type Generator } from './lab/load.ts'
import { saidBy, saidWith, type Said } from './lab/recording.ts'
import { inTurn, median, type Compared } from './lab/rounds.ts'
import { databaseUrlOf, startServer, type Server } from './lab/server.ts'
import type { Script } from './references/bare-sql.ts'

const connections = 16

/**
 * Orders, each of another customer, paid from the wallet and leased, over HTTP with 16 connections, against the same SQL
 * from node-postgres, sent together as the server sends it. And how many round trips to the database a payment takes.
 */
export const payments: Benchmark = {
  id: 'P9',
  run: async (effort) => {
    await using server = await startServer({ env: lowCost })
    await using generator = startGenerator()
    await using bare = startChild<Script, { perSecond: number }>(
      new URL('references/bare-sql.ts', import.meta.url),
    )
    const perRound = Math.round(300 * effort.scale)
    const rounds = effort.rounds + 1
    const planId = await offerPlan(server)
    const paying = await makeBuyers(server, 1, perRound * rounds)
    const [before, first, ...others] = await order(
      server,
      generator,
      await makeBuyers(server, 1 + paying.length, perRound * rounds + 2),
      planId,
    )
    if (!before || !first) throw new Error('There is no order')
    const said = await recordPayment(server, before, first)
    const trips = new Set(said.map(({ trip }) => trip)).size
    const transactions = others.map((one) => saidFor(said, first, one))
    const url = await databaseUrlOf(server.dataDir)
    const placed: number[] = []
    const compared = await inTurn(
      effort.rounds,
      async () => {
        await jobsDone(server)
        const round = await buy(server, generator, paying.splice(0, perRound), planId)
        placed.push(round.placed)
        return round.paid
      },
      async () => {
        await jobsDone(server)
        return (await bare.ask({ url, connections, transactions: transactions.splice(0, perRound) }))
          .perSecond
      },
    )
    return [paidFinding(compared), tripsFinding(trips, said.length), placedFinding(median(placed))]
  },
}

const paidFinding = ({ figure, reference, ratio }: Compared): Finding => ({
  what: 'orders paid from the wallet and leased, 16 connections, against the same SQL',
  figure: rate(figure),
  reference: rate(reference),
  value: ratio,
  unit: '',
  target: { atLeast: 0.6 },
})

const placedFinding = (perSecond: number): Finding => ({
  what: 'orders placed a second: ordered, and paid from the wallet',
  figure: rate(perSecond),
  reference: '',
  value: perSecond,
  unit: '',
})

const tripsFinding = (trips: number, statements: number): Finding => ({
  what: 'round trips to the database of a payment from the wallet, with a key',
  figure: `${statements} statements`,
  reference: '',
  value: trips,
  unit: '',
  target: { under: 9 },
})

/** Orders and pays once for each customer; answers how many orders were paid, and how many placed in all, a second. */
async function buy(
  server: Server,
  generator: Generator,
  customers: Parameters<typeof unpaidOf>[1],
  planId: string,
): Promise<{ readonly paid: number; readonly placed: number }> {
  const { port } = server
  const ordered = await generator.load({ port, connections, requests: orderRequests(customers, planId) })
  const requests = payRequests(await unpaidOf(server, customers))
  const paid = await generator.load({ port, connections, requests })
  return { paid: paid.perSecond, placed: customers.length / (ordered.seconds + paid.seconds) }
}

/** Pays two orders with the product's own use case; every statement of the second, from the first to the last. */
async function recordPayment(server: Server, before: Unpaid, recorded: Unpaid): Promise<Said[]> {
  const route = orders.routes.find(({ path }) => path === '/api/orders/:id/pay')
  if (!route) throw new Error('There is no route that pays')
  const pay = (cmd: Command, { id, customer }: Unpaid) => {
    const actor = { kind: 'account', id: customer.accountId, name: '', sessionId: newId() } as const
    const idempotency = { key: newId(), request: randomBytes(32) }
    const body = { gateway: 'wallet', use_wallet: false }
    const asked = { cmd: { ...cmd, actor, idempotency }, params: { id }, body, origin: 'http://localhost' }
    return route.handle(asked as unknown as Call)
  }
  const said = await saidBy(server, async (cmd) => {
    // The first payment of a process prepares its queues.
    await pay(cmd, before)
    await pay(cmd, recorded)
  })
  const begin = said.findLastIndex(({ text }) => text === 'begin')
  if (begin < 0) throw new Error('No transaction was heard')
  return said.slice(begin)
}

/** The same statements for another order of another customer. */
const saidFor = (said: readonly Said[], recorded: Unpaid, other: Unpaid): Said[] =>
  saidWith(
    said,
    new Map([
      [vipProductId, vipProductId],
      [recorded.id, other.id],
      [recorded.customer.accountId, other.customer.accountId],
    ]),
  )
