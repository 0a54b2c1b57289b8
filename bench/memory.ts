import { setTimeout as sleep } from 'node:timers/promises'
import type { Benchmark, Finding } from './lab/benchmark.ts'
import { recharges } from './lab/codes.ts'
import { makeAccounts, password, range, signIn, type Customer } from './lab/customers.ts'
import { startGenerator, wire } from './lab/load.ts'
import { rssMbOf } from './lab/process.ts'
import { median } from './lab/rounds.ts'
import { startServer, type Server } from './lab/server.ts'
import { beats, beatsWithNonce } from './heartbeats.ts'

const customers = 500
const guests = 100
const perSecond = { reads: 300, logins: 2, redemptions: 5 }

/** Memory of the server process: idle after its start, and under mixed load for as long as the effort says. */
export const memory: Benchmark = {
  id: 'P10',
  run: async ({ minutes }) => {
    await using server = await startServer()
    await sleep(Math.min(20_000, minutes * 10_000))
    const idle = rssMbOf(server.pid)
    const samples = await underLoad(server, minutes * 60)
    const quarter = (which: number) =>
      median(
        samples.slice(
          Math.floor((samples.length * (which - 1)) / 4),
          Math.floor((samples.length * which) / 4),
        ),
      )
    const after = `after ${minutes} minutes of mixed load`
    return [
      finding('memory, idle after the start', `${idle.toFixed(0)} MB`, idle, 180),
      finding(`memory ${after}, at most`, `median ${quarter(4).toFixed(0)} MB`, Math.max(...samples), 256),
      finding(`growth from the second to the last quarter of it`, '', quarter(4) - quarter(2), 10),
    ]
  },
}

const finding = (what: string, figure: string, value: number, under: number): Finding => ({
  what,
  figure,
  reference: '',
  value,
  unit: 'MB',
  target: { under },
})

/** Heartbeats, reads, logins and redemptions, all at once; answers the memory of every second. */
async function underLoad(server: Server, seconds: number): Promise<number[]> {
  await using reading = startGenerator()
  await using signing = startGenerator()
  await using redeeming = startGenerator()
  await makeAccounts(server, 1, customers + guests, 10)
  const all = await signIn(server, range(1, customers))
  const redeemers = range(0, seconds * perSecond.redemptions).map((i) => all[i % all.length]).filter((one) => !!one) // prettier-ignore
  const codes = await recharges(server, redeemers)
  const mixed = await mixedFor(server, all)
  const samples: number[] = []
  const timer = setInterval(() => samples.push(rssMbOf(server.pid)), 1_000)
  try {
    const { port } = server
    await Promise.all([
      reading.load({ port, connections: 16, requests: mixed, seconds, perSecond: perSecond.reads }),
      signing.load({ port, connections: 4, requests: logins, seconds, perSecond: perSecond.logins }),
      redeeming.load({ port, connections: 4, requests: codes, perSecond: perSecond.redemptions }),
    ])
  } finally {
    clearInterval(timer)
  }
  return samples
}

const logins = range(customers + 1, guests).map((number) =>
  wire({
    at: 'POST /api/auth/login',
    body: { username: `customer-${number}`, password, hardware_code: 'HW', software_version: '1.0.0' },
  }),
)

const customerReads = ['users/me', 'recharge/logs', 'users/software', 'users/me/sessions']
// Few enough for one member of staff to be allowed to.
const staffReads = ['codes?limit=50', 'accounts?limit=50', 'online-users', 'logs/logins', 'logs/recharges']

async function mixedFor({ calls }: Server, all: readonly Customer[]): Promise<string[]> {
  const cookie = await calls.ownerCookie()
  const reads = all.map(({ token }, i) =>
    wire({ at: `GET /api/${customerReads[i % customerReads.length]}`, token }),
  )
  return [
    ...beats(all),
    ...beatsWithNonce(all),
    ...reads,
    ...staffReads.map((path) => wire({ at: `GET /api/admin/${path}`, cookie })),
  ].toSorted(() => Math.random() - 0.5)
}
