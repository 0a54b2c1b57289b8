import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ensureServer } from '../../../../tools/launch/server.mjs'
import { long } from '../long.ts'
import { databaseOf, killPostgres, killPostmaster, withWhatIsLeft } from './embedded-server.ts'
import { figuresOf } from './ledger.ts'
import { figuresOfBook } from './money/book.ts'
import { openMoneyLoad } from './money/load.ts'
import { growthMb, lifeOf, type Life } from './money/memory.ts'
import { expectQuiet } from './money/quiet.ts'
import { expectMoneyHolds } from './money/reckoning.ts'
import { openShop } from './money/shop.ts'
import { nextOfAll } from './money/steps.ts'
import { expectExactly } from './reckoning.ts'
import { freshFolder, report, spread, startServer } from './server-process.ts'

const minutes = Number(process.env['LESSOR_MINUTES'] ?? (long ? 60 : 0.7))

// In an hour: the server about nine times in the first 35 minutes, then it lives on, and only its database dies.
const plan = { killedUntil: 0.58, gap: 1 / 15 }

/** Settings of the launcher that bound the memory; given to the test as well by `npm test`. */
const asNpmStartDoes = { NODE_OPTIONS: '--max-semi-space-size=8', MALLOC_ARENA_MAX: '2' }

test(
  `${minutes} minutes of mixed load with kills leave the books right, no job stuck, and no answer over 500 but 503`,
  { timeout: 600_000 + minutes * 60_000 },
  async () => {
    const folder = await freshFolder()
    const command = [process.execPath, await ensureServer(process.execPath)] as const
    const start = () => startServer(folder, asNpmStartDoes, command)
    let server = await start()
    const shop = await openShop(server.url)
    const urls = () => [server.url]
    const load = openMoneyLoad({ urls, clients: 6, shop, next: nextOfAll, pauseMs: 900 })
    const over = new AbortController()
    const done = load.run(over.signal)
    const lives: Life[] = [lifeOf(server.pid)]
    const restarts: number[] = []
    let postgresKills = 0
    const began = performance.now()
    const passed = () => (performance.now() - began) / (minutes * 60_000)
    const killServer = async (withPostgres: boolean) => {
      lives.at(-1)?.end()
      const killed = performance.now()
      if (withPostgres) await killPostgres(folder)
      server.kill('SIGKILL')
      await server.ended
      server = await start()
      restarts.push(performance.now() - killed)
      lives.push(lifeOf(server.pid))
    }
    for (let kill = 0; ; kill++) {
      await sleep(Math.max(8_000, minutes * 60_000 * plan.gap * (0.7 + randomInt(600) / 1_000)))
      if (passed() >= 1 - plan.gap) break
      if (passed() < plan.killedUntil && kill % 3 !== 2) await killServer(kill % 2 === 1)
      else {
        postgresKills++
        await (kill % 2 === 1 ? killPostgres(folder) : killPostmaster(folder))
      }
    }
    while (passed() < 1) await sleep(100)
    lives.at(-1)?.end()
    over.abort()
    await done
    const byHand = await expectQuiet(load.book, shop, server, await databaseOf(folder))
    server.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    await withWhatIsLeft(folder, async (url, ring) => {
      await expectExactly(load.ledger, url, ring)
      await expectMoneyHolds(load.book, shop.yipay, url)
    })
    await shop.yipay.close()
    report('mixed load with kills', {
      ...{ minutes, kills: restarts.length, postgresKills, restartMs: spread(restarts), ...byHand },
      memoryMb: lives.map(({ samples }) => ({ seconds: samples.length, ...growthMb(samples) })),
      ...figuresOfBook(load.book),
      ...figuresOf(load.ledger),
    })
  },
)
