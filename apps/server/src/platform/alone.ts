import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const others = `select count(*) from pg_stat_activity
  where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`

/** Resolves once nobody else is connected to this database, or after `patienceMs`. */
export async function waitUntilAlone(url: string, patienceMs: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const deadline = performance.now() + patienceMs
  try {
    while (performance.now() < deadline) {
      const { rows } = await client.query<{ count: number }>(others)
      if (Number(rows[0]?.count) === 0) return
      await sleep(20)
    }
  } finally {
    await client.end()
  }
}
