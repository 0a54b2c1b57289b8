import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { cutOff } from './client.ts'
import { databaseOf, expectLeftExactly, killPostgres, killPostmaster, killWorker } from './embedded-server.ts'
import { figuresOf } from './ledger.ts'
import { openLoad } from './load.ts'
import { expectMailWritten } from './reckoning.ts'
import { freshFolder, report, spread, startServer } from './server-process.ts'

const rounds = 6
const kills = [killPostgres, killWorker, killPostmaster]

test(
  'after kill -9 of PostgreSQL under load the server is back within 5 s, says 503 until then, and nothing is lost or doubled',
  { timeout: 120_000 },
  async () => {
    const folder = await freshFolder()
    const server = await startServer(folder)
    const load = await openLoad({ urls: () => [server.url], clients: 8, mail: true })
    const over = new AbortController()
    const done = load.run(over.signal)
    const outages: number[] = []
    let notReady = 0
    for (let round = 0; round < rounds; round++) {
      await sleep(400)
      const kill = kills[round % kills.length] ?? killPostgres
      await kill(folder)
      const killed = performance.now()
      const seen = await watch(server.url)
      outages.push(performance.now() - killed)
      notReady += seen
    }
    over.abort()
    await done
    await expectMailWritten(load.ledger, await databaseOf(folder))
    server.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })

    // The median: on a machine that does other things too, one of them may be late.
    expect(spread(outages).p50).toBeLessThan(5_000)
    expect(notReady).toBeGreaterThan(0)
    // The server itself lived: it owes every request an answer.
    expect(load.ledger.answers.get(cutOff)).toBeUndefined()
    await expectLeftExactly(load.ledger, folder)
    report('kill -9 of PostgreSQL', {
      kills: rounds,
      notReady,
      outageMs: spread(outages),
      ...figuresOf(load.ledger),
    })
  },
)

/** Looks until the server has been ready for 200 ms; answers how often it was not. It is healthy all the while. */
async function watch(url: string): Promise<number> {
  let notReady = 0
  for (let ready = 0; ready < 10; await sleep(20)) {
    expect((await fetch(`${url}/health`)).status).toBe(200)
    const { status } = await fetch(`${url}/ready`)
    expect([200, 503]).toContain(status)
    notReady += status === 503 ? 1 : 0
    ready = status === 200 ? ready + 1 : 0
  }
  return notReady
}
