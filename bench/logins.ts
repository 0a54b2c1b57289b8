import { rate, type Benchmark, type Finding } from './lab/benchmark.ts'
import { startChild } from './lab/child.ts'
import { makeAccounts, password, range, signIn, type Customer } from './lab/customers.ts'
import { startGenerator, wire, type Generator, type Outcome } from './lab/load.ts'
import { cores } from './lab/process.ts'
import { inTurn, median, type Compared } from './lab/rounds.ts'
import { startServer, type Server } from './lab/server.ts'
import { beatsWithNonce } from './heartbeats.ts'
import type { Hashing } from './references/bare-bcrypt.ts'

const cost = 10
const accounts = 400
const bystanders = 20
const bystandersPerSecond = 50

/**
 * Logins at the default cost, more at once than there are cores, against bcrypt alone on the same cores. Meanwhile
 * other customers send heartbeats and read their profile, 50 requests a second, and their p99 is taken.
 */
export const logins: Benchmark = {
  id: 'P4',
  run: async (effort) => {
    await using server = await startServer({ env: { LESSOR_VERIFICATION_BCRYPT_COST: String(cost) } })
    await using generator = startGenerator()
    await using beside = startGenerator()
    await using bare = startChild<Hashing, { perSecond: number }>(
      new URL('references/bare-bcrypt.ts', import.meta.url),
    )
    await makeAccounts(server, 1, accounts + bystanders, cost)
    const others = othersOf(await signIn(server, range(accounts + 1, bystanders)))
    const seconds = effort.seconds * 2
    const waits: Outcome[] = []
    const compared = await inTurn(
      effort.rounds,
      async () => {
        const load = {
          port: server.port,
          connections: 8,
          perSecond: bystandersPerSecond,
          seconds,
          requests: others,
        }
        const [perSecond, wait] = await Promise.all([saturate(server, generator, seconds), beside.load(load)])
        waits.push(wait)
        return perSecond
      },
      async () => (await bare.ask({ cost, atOnce: cores, seconds })).perSecond,
    )
    return [loginFinding(compared), waitFinding(waits)]
  },
}

const signIns = range(1, accounts).map((number) =>
  wire({
    at: 'POST /api/auth/login',
    body: {
      username: `customer-${number}`,
      password,
      hardware_code: `HW-${number}`,
      software_version: '1.0.0',
    },
  }),
)

async function saturate({ port }: Server, generator: Generator, seconds: number): Promise<number> {
  return (await generator.load({ port, connections: cores * 4, requests: signIns, seconds })).perSecond
}

const othersOf = (customers: readonly Customer[]): string[] => [
  ...beatsWithNonce(customers),
  ...customers.map(({ token }) => wire({ at: 'GET /api/users/me', token })),
]

function loginFinding({ figure, reference, ratio: value }: Compared): Finding {
  const what = `logins at cost ${cost}, ${cores} cores`
  return { what, figure: rate(figure), reference: rate(reference), value, unit: '', target: { atLeast: 0.9 } }
}

/** The p99 of each round's requests; the first round, which warms up, doesn't count. */
function waitFinding([, ...waits]: readonly Outcome[]): Finding {
  const value = median(waits.map(({ ms }) => ms.p99))
  const p50 = median(waits.map(({ ms }) => ms.p50))
  const what = 'other requests while logins saturate, p99'
  return { what, figure: `p50 ${p50.toFixed(1)} ms`, reference: '', value, unit: 'ms', target: { under: 25 } }
}
