import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded.ts'
import { postgresIn } from '../../src/platform/postgres/testing.ts'
import type { Ledger } from './ledger.ts'
import { expectExactly } from './reckoning.ts'

/** The pid of the PostgreSQL that a server started in `folder` runs. */
export async function postmasterOf(folder: string): Promise<number> {
  const text = await readFile(join(folder, 'data/postgres/cluster/postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

/** The pids of the processes that work for that PostgreSQL. */
export async function workersOf(folder: string): Promise<number[]> {
  const postmaster = await postmasterOf(folder)
  return (await postgresIn(folder)).filter((pid) => pid !== postmaster)
}

/** Opens what a server that has ended left in `folder`, and holds it against the ledger. */
export async function expectLeftExactly(ledger: Ledger, folder: string): Promise<void> {
  const dataDir = join(folder, 'data/postgres')
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  try {
    await expectExactly(ledger, postgres.url)
  } finally {
    await postgres.stop()
  }
}
