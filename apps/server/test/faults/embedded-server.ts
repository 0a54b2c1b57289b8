import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { RootKey } from '../../src/platform/secrets.ts'
import { readKeyFile } from '../../src/platform/key-file.ts'
import { startEmbeddedPostgres, type PostgresEvent } from '../../src/platform/postgres/embedded.ts'
import { adminRole, urlOf } from '../../src/platform/postgres/socket-dir.ts'
import { postgresIn } from '../../src/platform/postgres/testing.ts'
import type { Ledger } from './ledger.ts'
import { expectExactly } from './reckoning.ts'

/** What the PostgreSQL that a server in `folder` runs says of itself. */
async function pidFileOf(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'data/postgres/cluster/postmaster.pid'), 'utf8')
  return text.split('\n')
}

async function postmasterOf(folder: string): Promise<number> {
  const pid = Number((await pidFileOf(folder))[0])
  // 0 would be this process's own group.
  if (!(pid > 0)) throw new Error('PostgreSQL has not written its pid yet')
  return pid
}

/** How to connect to it, as its superuser. */
export const databaseOf = async (folder: string) => urlOf((await pidFileOf(folder))[4] ?? '', adminRole)

/** kill -9 of all of that PostgreSQL at once: what it had not written is gone. */
export async function killPostgres(folder: string): Promise<void> {
  for (const pid of await postgresIn(folder)) process.kill(pid, 'SIGKILL')
}

/** kill -9 of the one that started the others; they notice, sooner or later. */
export async function killPostmaster(folder: string): Promise<void> {
  process.kill(await postmasterOf(folder), 'SIGKILL')
}

/** kill -9 of one of its workers, after which it restarts itself. */
export async function killWorker(folder: string): Promise<void> {
  const postmaster = await postmasterOf(folder)
  const [worker] = (await postgresIn(folder)).filter((pid) => pid !== postmaster)
  process.kill(worker ?? postmaster, 'SIGKILL')
}

/** Opens what a server that has ended left in `folder`, and holds it against the ledger. */
export const expectLeftExactly = (ledger: Ledger, folder: string): Promise<void> =>
  withWhatIsLeft(folder, (url, ring) => expectExactly(ledger, url, ring))

/** Opens the database that a server that has ended left in `folder`. */
export async function withWhatIsLeft(
  folder: string,
  check: (url: string, ring: readonly RootKey[]) => Promise<void>,
): Promise<void> {
  const dataDir = join(folder, 'data/postgres')
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  try {
    await check(postgres.url, readKeyFile(join(folder, 'data')))
  } finally {
    await postgres.stop()
  }
}

/** Opens what a server left in `folder`: there is nothing for PostgreSQL to recover. */
export async function expectStoppedCleanly(folder: string): Promise<void> {
  const said: string[] = []
  const log = ({ message }: PostgresEvent) => void said.push(message)
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data/postgres'), log })
  await postgres.stop()
  expect(said.filter((line) => /recover|not properly shut down/.test(line))).toEqual([])
}
