import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { long } from '../long.ts'
import { cutOff } from './client.ts'
import { databaseOf, expectLeftExactly, killPostgres } from './embedded-server.ts'
import { figuresOf, type Ledger } from './ledger.ts'
import { openLoad } from './load.ts'
import { expectMailWritten } from './reckoning.ts'
import { freshFolder, report, spread, startServer } from './server-process.ts'

const kills = Number(process.env['LESSOR_KILLS'] ?? (long ? 50 : 10))

test(
  `after ${kills} kill -9 under load, nothing acknowledged is lost, nothing happened twice, and no hand was needed`,
  { timeout: 120_000 + kills * 12_000 },
  async () => {
    const folder = await freshFolder()
    let server = await startServer(folder)
    const load = await openLoad({ urls: () => [server.url], clients: 8, mail: true })
    const over = new AbortController()
    const done = load.run(over.signal)
    const restarts: number[] = []
    for (let kill = 0; kill < kills; kill++) {
      await someAnswers(load.ledger, randomInt(5, 80))
      const killed = performance.now()
      // Every other time all at once, as when the power fails; else PostgreSQL hears of it and stops by itself.
      if (kill % 2 === 1) await killPostgres(folder)
      server.kill('SIGKILL')
      await server.ended
      server = await startServer(folder)
      restarts.push(performance.now() - killed)
    }
    over.abort()
    await done
    const ended = performance.now()
    await expectMailWritten(load.ledger, await databaseOf(folder))
    const jobsMs = Math.round(performance.now() - ended)
    server.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    await expectLeftExactly(load.ledger, folder)
    report('kill -9 of the server', { kills, restartMs: spread(restarts), jobsMs, ...figuresOf(load.ledger) })
  },
)

/** Waits until that many more requests were answered, 3 s at most: slow machines need not be overloaded to be killed. */
async function someAnswers({ answers }: Ledger, count: number): Promise<void> {
  const given = () => [...answers].reduce((sum, [name, times]) => sum + (name === cutOff ? 0 : times), 0)
  const [wanted, deadline] = [given() + count, performance.now() + 3_000]
  while (given() < wanted && performance.now() < deadline) await sleep(1)
}
