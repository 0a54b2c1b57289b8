import { spawnSync } from 'node:child_process'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { isRoot } from '../../src/platform/postgres/testing.ts'
import { databaseOf, expectLeftExactly } from './embedded-server.ts'
import { figuresOf } from './ledger.ts'
import { openLoad } from './load.ts'
import { freshFolder, report, startServer } from './server-process.ts'

const canMount = isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

/** A folder for a server whose data lie on a small disk of their own. */
async function folderWithSmallDisk(): Promise<{ folder: string; disk: string }> {
  const folder = await freshFolder()
  const disk = join(folder, 'data')
  await mkdir(disk)
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', disk]).status).toBe(0)
  onTestFinished(async () => {
    await expect.poll(() => spawnSync('umount', [disk]).status, { timeout: 5_000 }).toBe(0)
  })
  return { folder, disk }
}

/** Takes all the room that is left; answers how to give it back. */
async function fill(disk: string): Promise<() => Promise<void>> {
  const path = join(disk, 'filler')
  const file = await open(path, 'w')
  for (const size of [1_048_576, 4_096]) {
    const block = Buffer.alloc(size)
    while (
      await file.write(block).then(
        ({ bytesWritten }) => bytesWritten === size,
        () => false,
      )
    ); // until it is refused
  }
  await file.close()
  return () => rm(path)
}

/** Makes PostgreSQL begin new files of its log until there is no room for one: then it ends itself, and starts again. */
async function exhaustLog(folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: await databaseOf(folder) })
  client.on('error', () => undefined)
  await client.connect()
  const next = () => client.query('select pg_switch_wal(), pg_notify($1, $2)', ['filling', 'x'])
  while (
    await next().then(
      () => true,
      () => false,
    )
  ); // until it is refused
  await client.end()
}

const cases = [
  ['with no room for data', 3_000, () => Promise.resolve()],
  // Longer than PostgreSQL may be down for any other reason.
  ['with no room for PostgreSQL’s log, so that it can’t even start,', 33_000, exhaustLog],
] as const

for (const [name, fullMs, worsen] of cases) {
  test.skipIf(!canMount)(
    `on a disk ${name} the server says so, answers 503, loses nothing, and serves again when there is room (needs root and mount)`,
    { timeout: 120_000 },
    async () => {
      const { folder, disk } = await folderWithSmallDisk()
      const server = await startServer(folder)
      const load = await openLoad({ urls: () => [server.url], clients: 8 })
      const over = new AbortController()
      const done = load.run(over.signal)
      await sleep(500)
      const free = await fill(disk)
      await worsen(folder)
      const refusals = () => load.ledger.answers.get('503 unavailable') ?? 0
      await expect.poll(refusals, { timeout: 60_000 }).toBeGreaterThan(20)
      expect((await fetch(`${server.url}/health`)).status).toBe(200)
      await sleep(fullMs)
      await free()
      const began = performance.now()
      const ready = async () => (await fetch(`${server.url}/ready`)).status
      await expect.poll(ready, { timeout: 20_000, interval: 50 }).toBe(200)
      const backMs = Math.round(performance.now() - began)
      await sleep(1_000)
      over.abort()
      await done
      server.kill('SIGTERM')
      expect(await server.ended).toEqual({ code: 0, signal: null })
      expect(server.said.join('\n')).toMatch(/No space left on device/)
      await expectLeftExactly(load.ledger, folder)
      report(`a disk ${name}`, { backMs, ...figuresOf(load.ledger) })
    },
  )
}
