// Hono and node-postgres and nothing else: one route that asks one prepared question and answers its row.
import { createRequire } from 'node:module'
import { openDatabase } from '../../apps/server/src/platform/db.ts'
import { answer } from '../lab/child.ts'

export interface BareQuery {
  readonly url: string
  readonly connections: number
  readonly name: string
  readonly text: string
  /** The question's values for each secret that is looked up. */
  readonly valuesOf: ReadonlyMap<string, readonly unknown[]>
}

interface Context {
  readonly req: { param(name: string): string }
  json(value: unknown): Response
}
interface Hono {
  get(path: string, handle: (c: Context) => Promise<Response>): void
  readonly fetch: (request: Request) => Promise<Response>
}
type Serve = (
  options: { fetch: Hono['fetch']; port: number; hostname: string },
  onListening: (info: { port: number }) => void,
) => void

// The server's own copies: the benchmarks have no dependencies beside it.
const require = createRequire(new URL('../../apps/server/package.json', import.meta.url))
const { Hono } = require('hono') as { Hono: new () => Hono }
const { serve } = require('@hono/node-server') as { serve: Serve }

answer<BareQuery, { port: number }>(({ url, connections, name, text, valuesOf }) => {
  const { pool } = openDatabase({
    url,
    max_connections: connections,
    min_connections: connections,
    idle_timeout_secs: 600,
    max_lifetime_secs: 0,
    acquire_timeout_secs: 5,
    onError: (error) => {
      throw error
    },
  })
  const app = new Hono()
  app.get('/api/status/:token', async (c) => {
    const values = [...(valuesOf.get(c.req.param('token')) ?? [])]
    const { rows } = await pool.query({ name, text, values })
    return c.json(rows[0])
  })
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve({ port }))
  })
})
