import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { long } from '../long.ts'
import { databaseOf, killPostgres, withWhatIsLeft } from './embedded-server.ts'
import { figuresOfBook } from './money/book.ts'
import { openMoneyLoad } from './money/load.ts'
import { expectQuiet } from './money/quiet.ts'
import { expectMoneyHolds } from './money/reckoning.ts'
import { openShop } from './money/shop.ts'
import { nextPurchase } from './money/steps.ts'
import { expectExactly } from './reckoning.ts'
import { freshFolder, report, spread, startServer } from './server-process.ts'

const kills = Number(process.env['LESSOR_KILLS'] ?? (long ? 50 : 4))

test(
  `after ${kills} kill -9 during checkout, every acknowledged order holds, none is paid twice, and the books verify`,
  { timeout: 480_000 + kills * 12_000 },
  async () => {
    const folder = await freshFolder()
    let server = await startServer(folder)
    const shop = await openShop(server.url)
    const urls = () => [server.url]
    const load = openMoneyLoad({ urls, clients: 6, shop, next: nextPurchase, pauseMs: 0 })
    const over = new AbortController()
    const done = load.run(over.signal)
    const restarts: number[] = []
    for (let kill = 0; kill < kills; kill++) {
      await somePurchases(load.book.purchases, randomInt(2, 20))
      const killed = performance.now()
      // Every other time all at once, as when the power fails.
      if (kill % 2 === 1) await killPostgres(folder)
      server.kill('SIGKILL')
      await server.ended
      server = await startServer(folder)
      restarts.push(performance.now() - killed)
    }
    over.abort()
    await done
    const ended = performance.now()
    const byHand = await expectQuiet(load.book, shop, server, await databaseOf(folder))
    const quietMs = Math.round(performance.now() - ended)
    server.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    await withWhatIsLeft(folder, async (url, ring) => {
      await expectExactly(load.ledger, url, ring)
      await expectMoneyHolds(load.book, shop.yipay, url)
    })
    await shop.yipay.close()
    const { unknown, resolved } = load.ledger
    const figures = { ...figuresOfBook(load.book), unknown, resolved, ...byHand }
    report('kill -9 during checkout', { kills, restartMs: spread(restarts), quietMs, ...figures })
  },
)

/** Waits until that many more orders were made, 4 s at most. */
async function somePurchases(purchases: readonly unknown[], count: number): Promise<void> {
  const [wanted, deadline] = [purchases.length + count, performance.now() + 4_000]
  while (purchases.length < wanted && performance.now() < deadline) await sleep(1)
}
