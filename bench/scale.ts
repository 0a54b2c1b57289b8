import { rate, type Benchmark, type Effort, type Finding } from './lab/benchmark.ts'
import { recharges } from './lab/codes.ts'
import { lowCost, makeAccounts, signIn, type Customer } from './lab/customers.ts'
import { makeHistory } from './lab/history.ts'
import { makeShop } from './lab/shop.ts'
import { startGenerator, type Generator } from './lab/load.ts'
import { inTurn, type Compared } from './lab/rounds.ts'
import { startServer, type Server } from './lab/server.ts'
import { beats, connections } from './heartbeats.ts'
import { findingsOf, timePages } from './lists.ts'
import { redeem } from './redemptions.ts'

const few = 1_000
const many = 1_000_000
const entriesEach = 5

/** Heartbeats, redemptions and the first pages of lists of a server with 1,000,000 accounts and 5,000,000 lease entries, against one with 1,000. */
export const scale: Benchmark = {
  id: 'P6',
  run: async (effort) => {
    await using small = await startServer({ env: lowCost })
    await using large = await startServer({ env: lowCost })
    await using generator = startGenerator()
    const accounts = Math.round(many * effort.scale)
    const both = [await fill(large, generator, accounts), await fill(small, generator, few)] as const
    const size = `${accounts.toLocaleString('en-US')} accounts and ${(accounts * entriesEach).toLocaleString('en-US')} entries`
    return [
      finding(`heartbeats with ${size}`, await compareBeats(...both, effort)),
      finding(`redemptions with ${size}`, await compareRedemptions(...both, effort.rounds)),
      ...findingsOf(await timePages(large, small, 3), size),
    ]
  },
}

interface Filled {
  readonly server: Server
  readonly generator: Generator
  readonly accounts: number
}

async function fill(server: Server, generator: Generator, accounts: number): Promise<Filled> {
  await makeAccounts(server, 1, accounts, 4)
  await makeHistory(server, accounts, entriesEach)
  await makeShop(server, accounts)
  return { server, generator, accounts }
}

async function compareBeats(large: Filled, small: Filled, { rounds, seconds }: Effort): Promise<Compared> {
  const measureFor = async (filled: Filled) => {
    const { generator, server: { port } } = filled // prettier-ignore
    const requests = beats(await spread(filled, 0))
    return async () => (await generator.load({ port, connections, requests, seconds })).perSecond
  }
  return inTurn(rounds, await measureFor(large), await measureFor(small))
}

/** Every round redeems with 1,000 other accounts of the large one, and with all of the small one. */
async function compareRedemptions(large: Filled, small: Filled, rounds: number): Promise<Compared> {
  const measureFor = (filled: Filled) => {
    const { generator, server } = filled
    let round = 0
    return async () => {
      const customers = await spread(filled, round++)
      await generator.load({ port: server.port, connections, requests: beats(customers) })
      return redeem(server, generator, await recharges(server, customers))
    }
  }
  return inTurn(rounds, measureFor(large), measureFor(small))
}

/** Signs in 1,000 accounts that lie evenly all over the table; another `part` takes their neighbours. */
function spread({ server, accounts }: Filled, part: number): Promise<Customer[]> {
  const step = accounts / few
  return signIn(server, Array.from({ length: few }, (_, place) => 1 + ((place * step + part) % accounts))) // prettier-ignore
}

const finding = (what: string, { figure, reference, ratio: value }: Compared): Finding => ({
  what,
  figure: rate(figure),
  reference: rate(reference),
  value,
  unit: '',
  target: { atLeast: 0.8 },
})
