import { rate, type Benchmark, type Finding } from './lab/benchmark.ts'
import { startChild } from './lab/child.ts'
import { issueCodes, recharges } from './lab/codes.ts'
import { accountIdOf, lowCost, makeAccounts, range, signIn } from './lab/customers.ts'
import { startGenerator, type Generator } from './lab/load.ts'
import { recordRedemption, saidFor, type Said } from './lab/recording.ts'
import { inTurn, type Compared } from './lab/rounds.ts'
import { databaseUrlOf, startServer, type Server } from './lab/server.ts'
import { beats } from './heartbeats.ts'
import type { Script } from './references/bare-sql.ts'
import { smallestRedemption } from './references/smallest-redemption.ts'

const connections = 16

/**
 * Redemptions, each of another account and code, over HTTP with 16 connections: against the same SQL from node-postgres,
 * one statement after another on the same tables, and against the smallest transaction that could be one. All with 16
 * connections, in turn.
 */
export const redemptions: Benchmark = {
  id: 'P2',
  run: async (effort) => {
    await using server = await startServer({ env: lowCost })
    await using generator = startGenerator()
    await using bare = startChild<Script, { perSecond: number }>(
      new URL('references/bare-sql.ts', import.meta.url),
    )
    const perRound = Math.round(1_000 * effort.scale)
    // One round of each is for warming up, and there are two references.
    const count = perRound * (effort.rounds + 1)
    await makeAccounts(server, 1, 3 * count + 1, 4)
    const requests = await requestsFor(server, generator, range(1, 2 * count))
    const measure = () => redeem(server, generator, requests.splice(0, perRound))
    const transactions = await transactionsFor(server, range(2 * count + 1, count + 1))
    const url = await databaseUrlOf(server.dataDir)
    const sameSql = async () =>
      (await bare.ask({ url, connections, transactions: transactions.splice(0, perRound) })).perSecond
    const smallest = await smallestRedemption(server, bare, connections, perRound)
    return [
      finding('the same SQL', 0.9, await inTurn(effort.rounds, measure, sameSql)),
      finding(smallest.what, 0.45, await inTurn(effort.rounds, measure, smallest.perSecond)),
    ]
  },
}

const finding = (against: string, atLeast: number, { figure, reference, ratio }: Compared): Finding => ({
  what: `redemptions, 16 connections, against ${against}`,
  figure: rate(figure),
  reference: rate(reference),
  value: ratio,
  unit: '',
  target: { atLeast },
})

/** Signs the accounts in and lets them say that they are there, as a device does that is about to redeem a code. */
async function requestsFor(
  server: Server,
  generator: Generator,
  numbers: readonly number[],
): Promise<string[]> {
  const customers = await signIn(server, numbers)
  await generator.load({ port: server.port, connections, requests: beats(customers) })
  return recharges(server, customers)
}

/** Sends each redemption once; answers how many were done a second. */
export async function redeem(
  { port }: Server,
  generator: Generator,
  requests: readonly string[],
): Promise<number> {
  return (await generator.load({ port, connections, requests })).perSecond
}

/** The statements of one redemption for each of the accounts but the first, on which they are recorded. */
async function transactionsFor(server: Server, numbers: readonly number[]): Promise<Said[][]> {
  const [first = 0, ...others] = numbers
  const recorded = await recordRedemption(server, accountIdOf(first))
  const codes = await issueCodes(server, others.length)
  return codes.map((code, place) => saidFor(recorded, { accountId: accountIdOf(others[place] ?? 0), code }))
}
