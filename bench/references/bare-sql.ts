// Statements from node-postgres and nothing else: what the database alone can do with so many connections.
import { openDatabase } from '../../apps/server/src/platform/db.ts'
import { answer } from '../lab/child.ts'
import type { Said } from '../lab/recording.ts'

export interface Script {
  readonly url: string
  readonly connections: number
  /** Each runs on one connection, statement by statement; those of one trip are sent together. */
  readonly transactions: readonly (readonly Said[])[]
}

function failed(error: Error): void {
  throw error
}

const open = (url: string, connections: number) =>
  openDatabase({
    url,
    max_connections: connections,
    min_connections: connections,
    idle_timeout_secs: 600,
    max_lifetime_secs: 0,
    acquire_timeout_secs: 5,
    onError: failed,
  })

let pool: ReturnType<typeof open> | undefined

answer<Script, { perSecond: number }>(async ({ url, connections, transactions }) => {
  pool ??= open(url, connections)
  const { pool: clients } = pool
  const held = await Promise.all(Array.from({ length: connections }, () => clients.connect()))
  const queue = transactions.values()
  const began = performance.now()
  await Promise.all(
    held.map(async (client) => {
      for (const transaction of queue) {
        for (const trip of tripsOf(transaction))
          await Promise.all(
            trip.map(({ name, text, values }) =>
              client.query({ ...(name && { name }), text, values: [...values] }),
            ),
          )
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  for (const client of held) client.release()
  return { perSecond: transactions.length / seconds }
})

/** Statements that travel together; one without a trip travels alone. */
function tripsOf(transaction: readonly Said[]): Said[][] {
  const trips: Said[][] = []
  let current: number | undefined
  for (const said of transaction) {
    if (said.trip === undefined || said.trip !== current) trips.push([])
    trips.at(-1)?.push(said)
    current = said.trip
  }
  return trips
}
