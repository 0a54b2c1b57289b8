import { tokenHash } from '../packages/status/src/index.ts'
import { vipProductId } from '../apps/server/src/modules/leasing/catalog/index.ts'
import { rate, type Benchmark } from './lab/benchmark.ts'
import { startChild } from './lab/child.ts'
import { connections } from './heartbeats.ts'
import { startGenerator, wire } from './lab/load.ts'
import { recordLookup } from './lab/recording.ts'
import { inTurn } from './lab/rounds.ts'
import { databaseUrlOf, startServer, type Server } from './lab/server.ts'
import type { BareQuery } from './references/bare-query.ts'

const users = 500
// As the server's own pool is configured by default.
const poolSize = 16

/** Lookups of status links over HTTP, against a bare Hono handler that asks the same database the same question. */
export const lookups: Benchmark = {
  id: 'P3',
  run: async ({ rounds, seconds, scale }) => {
    await using server = await startServer({ env: { LESSOR_DB_MAX_CONNECTIONS: String(poolSize) } })
    await using generator = startGenerator()
    await using bare = startChild<BareQuery, { port: number }>(
      new URL('references/bare-query.ts', import.meta.url),
    )
    const tokens = await makeUsers(server, Math.round(users * scale))
    const reference = await bare.ask(await sameQuestion(server, tokens))
    const requests = tokens.map((token) => wire({ at: `GET /api/status/${token}` }))
    const measure = (port: number) => async () =>
      (await generator.load({ port, connections, requests, seconds })).perSecond
    const compared = await inTurn(rounds, measure(server.port), measure(reference.port))
    const figure = rate(compared.figure)
    const what = 'status lookups, 16 connections'
    const target = { atLeast: 0.85 }
    return [{ what, figure, reference: rate(compared.reference), value: compared.ratio, unit: '', target }]
  },
}

/** Users with three changes of their days each; answers the secrets of their links. */
async function makeUsers({ calls }: Server, count: number): Promise<string[]> {
  const cookie = await calls.ownerCookie()
  const tokens: string[] = []
  for (let n = 0; n < count; n++) {
    const body = { username: `user-${n}`, days: 30 }
    const made = await calls.data<Made>('POST /api/admin/users', { cookie, body })
    for (const change_days of [30, -5]) {
      const change = { change_days, reason: '续费', internal_note: '' }
      await calls.data(`POST /api/admin/users/${made.user.id}/recharge`, { cookie, body: change })
    }
    tokens.push(made.token)
  }
  return tokens
}

interface Made {
  readonly token: string
  readonly user: { readonly id: string }
}

async function sameQuestion(server: Server, tokens: readonly string[]): Promise<BareQuery> {
  const [first = ''] = tokens
  const { name = '', text, values } = await recordLookup(server, first)
  const hashes = await Promise.all(tokens.map(async (token) => Buffer.from(await tokenHash(token), 'hex')))
  const valuesFor = (hash: Buffer) => values.map((value) => (value === vipProductId ? value : hash))
  return {
    url: await databaseUrlOf(server.dataDir),
    connections: poolSize,
    name,
    text,
    valuesOf: new Map(tokens.map((token, i) => [token, valuesFor(hashes[i] ?? Buffer.alloc(0))])),
  }
}
