import { randomBytes } from 'node:crypto'
import { rate, type Benchmark, type Effort, type Finding } from './lab/benchmark.ts'
import { startChild } from './lab/child.ts'
import { lowCost, makeAccounts, range, signIn, type Customer } from './lab/customers.ts'
import { startGenerator, wire, type Generator } from './lab/load.ts'
import { inTurn } from './lab/rounds.ts'
import { startServer, type Server } from './lab/server.ts'
import type { BareAnswer } from './references/bare-http.ts'

const sessions = 1_000
export const connections = 16

/** Heartbeats of 1,000 sessions against a bare node:http server that parses the same JSON and answers the same bytes. */
export const heartbeats: Benchmark = {
  id: 'P1',
  run: async (effort) => {
    await using server = await startServer({ env: lowCost })
    await using generator = startGenerator()
    await makeAccounts(server, 1, sessions, 4)
    const customers = await signIn(server, range(1, sessions))
    const plain = await against(server, generator, effort, 'heartbeats', beats(customers))
    const signed = 'heartbeats with a nonce: each signed anew, which the reference does not'
    return [
      { ...plain, target: { atLeast: 0.6 } },
      await against(server, generator, effort, signed, beatsWithNonce(customers)),
    ]
  },
}

export const beats = (customers: readonly Customer[]): string[] =>
  customers.map(({ sessionToken }) =>
    wire({ at: 'POST /api/heartbeat', body: { session_token: sessionToken } }),
  )

export const beatsWithNonce = (customers: readonly Customer[]): string[] =>
  customers.map(({ sessionToken }) => {
    const body = { session_token: sessionToken, nonce: randomBytes(16).toString('base64url') }
    return wire({ at: 'POST /api/heartbeat', body })
  })

async function against(
  { port }: Server,
  generator: Generator,
  { rounds, seconds }: Effort,
  what: string,
  requests: readonly string[],
): Promise<Finding> {
  await using bare = startChild<BareAnswer, { port: number }>(
    new URL('references/bare-http.ts', import.meta.url),
  )
  const reference = await bare.ask(await answerTo(port, requests[0] ?? ''))
  const measure = (to: number) => async () =>
    (await generator.load({ port: to, connections, requests, seconds })).perSecond
  const { figure, reference: beside, ratio } = await inTurn(rounds, measure(port), measure(reference.port))
  return { what, figure: rate(figure), reference: rate(beside), value: ratio, unit: '' }
}

/** What the server answers, for the other one to answer too; the headers that node:http adds itself are left to it. */
async function answerTo(port: number, request: string): Promise<BareAnswer> {
  const [head = '', body = ''] = request.split('\r\n\r\n')
  const path = head.split(' ')[1] ?? '/'
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body })
  const own = [...response.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
  return { headers: Object.fromEntries(own), body: await response.text() }
}
