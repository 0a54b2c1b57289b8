import { once } from 'node:events'
import { chown, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { PostgresEvent } from './embedded.ts'
import { keepRunning } from './supervise.ts'
import {
  ask,
  canStepDown,
  connect,
  nobody,
  postgresIn,
  urlOf,
  useSite,
  type ServerOptions,
} from './testing.ts'

const site = useSite()

describe('kill -9 of the server', () => {
  const cases: [string, boolean, ServerOptions][] = [
    ['', true, {}],
    [', without setpriv', true, { env: { PATH: '/nonexistent' } }],
    [', as an ordinary user (needs root)', canStepDown, { uid: nobody }],
    [
      ', as an ordinary user without setpriv (needs root)',
      canStepDown,
      { uid: nobody, env: { PATH: '/nonexistent' } },
    ],
  ]
  for (const [name, possible, options] of cases) {
    test.skipIf(!possible)(`leaves no postgres within 2 s${name}, and a restart needs no hand`, async () => {
      if (options.uid !== undefined) await chown(site.root, options.uid, options.uid)
      const server = site.spawnServer(options)
      const url = await urlOf(server)
      await ask(url, 'create table kept (n int)')
      const busy = await connect(url)
      const sleeping = busy.query('select pg_sleep(60)').catch((error: Error) => error.message)
      expect(await postgresIn(site.dataDir)).not.toEqual([])
      server.kill('SIGKILL')
      await expect.poll(() => postgresIn(site.dataDir), { timeout: 2_000 }).toEqual([])
      expect(await sleeping).toMatch(/terminat/)

      const next = site.spawnServer(options)
      expect(await ask(await urlOf(next), 'select count(*)::int from kept')).toEqual([0])
      next.kill('SIGTERM')
      expect(await once(next, 'exit')).toEqual([0, null])
      expect(await postgresIn(site.dataDir)).toEqual([])
    })
  }

  test('in the middle of initdb leaves nothing half made', async () => {
    const begun = async () => (await readdir(site.dataDir)).filter((name) => name.startsWith('cluster'))
    await mkdir(site.dataDir)
    for (const delayMs of [10, 150, 300]) {
      const before = await begun()
      const server = site.spawnServer()
      await expect.poll(begun, { interval: 2, timeout: 10_000 }).not.toEqual(before)
      await sleep(delayMs)
      server.kill('SIGKILL')
      await once(server, 'exit')
    }
    expect(await ask((await site.start()).url, 'select 1')).toEqual([1])
    expect((await readdir(site.dataDir)).sort()).toEqual(['cluster', 'run', 'server.lock', 'server.pid'])
  })
})

test("Ctrl-C in the server's terminal leaves PostgreSQL to the server", async () => {
  const server = site.spawnServer()
  const url = await urlOf(server)
  process.kill(-(server.pid ?? 0), 'SIGINT')
  await sleep(300)
  expect(await ask(url, 'select 1')).toEqual([1])
})

describe('kill -9 of postgres', () => {
  test('loses nothing acknowledged, and it is back within 5 s though a long query lingers', async () => {
    const { url } = await site.start()
    await ask(url, 'create table paid (n int primary key)')
    const lingering = await connect(url)
    const endless = lingering.query('select count(*) from generate_series(1, 1e12::bigint)').catch(String)
    const count = await pay(url, await site.postmasterPid())
    expect(await ask(url, `select count(*)::int from paid where n <= ${count}`)).toEqual([count])
    expect(await endless).toMatch(/terminat/)
    expect(site.events.map((event) => event.message)).toContain('PostgreSQL runs again')
  })

  async function pay(url: string, postmaster: number): Promise<number> {
    const client = await connect(url)
    let count = 0
    setTimeout(() => process.kill(postmaster, 'SIGKILL'), 200)
    try {
      for (;;) {
        await client.query('insert into paid values ($1)', [count + 1])
        count += 1
      }
    } catch (error) {
      expect(String(error)).toMatch(/terminat|ECONNRESET|EPIPE|connection error/)
      await expect.poll(() => ask(url, 'select 1').catch(String), { timeout: 5_000 }).toEqual([1])
      return count
    }
  }

  test('is survived again and again', async () => {
    const { url } = await site.start()
    for (let round = 0; round < 4; round++) {
      process.kill(await site.postmasterPid(), 'SIGKILL')
      await expect
        .poll(() => ask(url, 'select 1').catch(String), { timeout: 5_000, interval: 20 })
        .toEqual([1])
    }
  })

  test('while the server stops it does not bring it back', async () => {
    const postgres = await site.start()
    process.kill(await site.postmasterPid(), 'SIGKILL')
    await postgres.stop()
    expect((await postgres.exited).expected).toBe(true)
    await expect.poll(() => postgresIn(site.root), { timeout: 2_000 }).toEqual([])
  })

  test('is given up, and said so, when it can not start again', async () => {
    const cluster = {
      dir: join(site.root, 'gone'),
      socketDir: site.root,
      settings: {},
      onProgress: () => undefined,
      user: { uid: nobody, gid: nobody, dropped: false },
      binaries: { initdb: '/nonexistent', postgres: '/nonexistent', major: '18' },
      log: (event: PostgresEvent) => site.events.push(event),
    }
    await mkdir(cluster.dir)
    const dead = { pid: 1, exited: Promise.resolve(null) }
    const exit = await keepRunning(cluster, dead, new AbortController().signal, 300)
    expect(exit).toEqual({ code: null, expected: false })
    expect(site.events.at(-1)?.message).toContain('PostgreSQL stays down')
  })
})
