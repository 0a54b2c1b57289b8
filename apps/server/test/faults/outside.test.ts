import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { figuresOf } from './ledger.ts'
import { openLoad } from './load.ts'
import { openMailbox } from './mailbox.ts'
import { freshFolder, report, spread, startServer, type ServerProcess } from './server-process.ts'

/** Clients register, sign in, redeem, are granted days and beat for some seconds; answers how long their logins took. */
async function sellFor(server: ServerProcess, ms: number, mail = false) {
  const load = await openLoad({ urls: () => [server.url], clients: 4, mail })
  const over = new AbortController()
  const done = load.run(over.signal)
  await sleep(ms)
  over.abort()
  await done
  expect(load.ledger.wrong).toEqual([])
  expect(load.ledger.unknown).toBe(0)
  return { times: load.ledger.loginMs, ledger: load.ledger }
}

test(
  'while the mail server hangs, sales continue, and the mails come when it is back',
  { timeout: 120_000 },
  async () => {
    const [folder, box] = [await freshFolder(), await openMailbox()]
    const server = await startServer(folder, { LESSOR_MAIL_SMTP_URL: box.url })
    const well = await sellFor(server, 3_000, true)
    box.hang = true
    const hung = await sellFor(server, 5_000, true)
    expect(box.waiting).toBeGreaterThan(0)
    box.hang = false
    const before = box.letters.size
    await expect.poll(() => box.letters.size, { timeout: 60_000 }).toBeGreaterThan(before)
    expect(spread(hung.times).p50).toBeLessThan(1_000 + 2 * spread(well.times).p50)
    const { waiting } = box
    report('a mail server that hangs', {
      wellMs: spread(well.times),
      loginMs: spread(hung.times),
      waiting,
      ...figuresOf(hung.ledger),
    })
  },
)

const scrapers = 50
const asks = 100

test(
  'while /metrics is scraped by readers that never read, sales continue',
  { timeout: 120_000 },
  async () => {
    const token = 'a token for the scraper of this test'.replaceAll(' ', '-')
    const server = await startServer(await freshFolder(), { LESSOR_METRICS_TOKEN: token })
    const well = await sellFor(server, 3_000)
    const { hostname, port } = new URL(server.url)
    const ask = `GET /metrics HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\n\r\n`
    for (let i = 0; i < scrapers; i++) {
      const socket = connect(Number(port), hostname)
      socket.on('error', () => undefined) // it may be cut
      socket.pause()
      socket.write(ask.repeat(asks))
      onTestFinished(() => void socket.destroy())
    }
    const slow = await sellFor(server, 5_000)
    const headers = { authorization: `Bearer ${token}` }
    const scraped = await (await fetch(`${server.url}/metrics`, { headers })).text()
    const memoryMb = Number(/^lessor_process_resident_memory_bytes (\d+)/m.exec(scraped)?.[1]) / 1e6
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    expect(spread(slow.times).p50).toBeLessThan(1_000 + 2 * spread(well.times).p50)
    expect(memoryMb).toBeLessThan(400)
    const memory = { memoryMb: Math.round(memoryMb) }
    report('slow scrapers', {
      scrapers,
      wellMs: spread(well.times),
      loginMs: spread(slow.times),
      ...memory,
      ...figuresOf(slow.ledger),
    })
  },
)
