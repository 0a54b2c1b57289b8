import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded.ts'
import { call, cookieOf, signedIn } from '../calls.ts'
import { clientOf } from './databases.ts'
import { databaseOf } from './embedded-server.ts'
import {
  freshFolder,
  main,
  ownerPassword,
  report,
  startServer,
  type ServerProcess,
} from './server-process.ts'

const clients = 8
// Interval, tolerance and how often silent sessions are looked for, in seconds.
const intervals = {
  LESSOR_VERIFICATION_HEARTBEAT_INTERVAL_SECS: '3',
  LESSOR_VERIFICATION_TOLERANCE_SECS: '3',
  LESSOR_VERIFICATION_CLEANUP_INTERVAL_SECS: '1',
}
const graceMs = 6_000
// A fault lasts longer than that, and some slots of the sweep more.
const faultMs = graceMs + 4_000
const dayMs = 86_400_000

/** Devices that beat, or try to, and one that says nothing; the refusals that the first were given. */
function devices(server: ServerProcess) {
  const refused: string[] = []
  let beats = 0
  const over = new AbortController()
  const beat = async (name: string) => {
    const { session_token } = await signedIn(server, name)
    while (!over.signal.aborted) {
      const answer = await call(server, 'POST /api/heartbeat', { body: { session_token } }).catch(
        () => undefined,
      )
      if (answer?.status === 401) refused.push(String(answer.code))
      if (answer?.status === 200) beats++
      await sleep(500)
    }
  }
  const done = Promise.all(Array.from({ length: clients }, (_, i) => beat(`beats-${i}`)))
  const stop = async () => {
    over.abort()
    await done
    return { refused, beats }
  }
  return { stop }
}

const endedIn = async (url: string) => {
  const db = await clientOf(url)
  const { rows } = await db.query<{ name: string }>(
    `select username as name from sessions_session s join accounts_account a on a.id = account_id
     where end_reason = 'timeout' and username <> 'holder' order by 1`,
  )
  await db.end()
  return rows.map(({ name }) => name)
}

/** Devices beat while `fault` lasts and after; only one that is silent all the time may end, when there was time to come back. */
async function expectNobodyEnds(
  name: string,
  server: ServerProcess,
  url: string,
  fault: () => Promise<unknown>,
) {
  const { stop } = devices(server)
  await sleep(graceMs + 2_000) // the grace of the start is over
  await signedIn(server, 'silent')
  await fault()
  await sleep(1_000)
  const early = await endedIn(url)
  const patience = { timeout: 30_000, interval: 200 }
  await expect.poll(() => endedIn(url), patience).toEqual(['silent'])
  const { refused, beats } = await stop()
  report(name, { clients, beats, refused: refused.length, endedEarly: early.length })
  expect(refused, name).toEqual([])
  expect(early, name).toEqual([])
}

async function frozenServer() {
  const folder = await freshFolder()
  const server = await startServer(folder, intervals)
  await expectNobodyEnds('a frozen server', server, await databaseOf(folder), async () => {
    server.kill('SIGSTOP')
    await sleep(faultMs)
    server.kill('SIGCONT')
  })
}

async function databaseAway() {
  const [folder, dataDir] = [await freshFolder(), join(await freshFolder(), 'postgres')]
  const start = () => startEmbeddedPostgres({ dataDir, log: () => undefined })
  let postgres = await start()
  onTestFinished(() => postgres.stop())
  const env = { DATABASE_URL: postgres.url, JWT_SECRET: randomBytes(32).toString('base64') }
  const server = await startServer(folder, { ...intervals, ...env })
  await expectNobodyEnds('a database that was away', server, postgres.url, async () => {
    await postgres.stop()
    await sleep(faultMs)
    postgres = await start()
  })
}

/** A server whose clock can be set, with a customer whose lease runs for a day. */
async function serverWithClock() {
  const folder = await freshFolder()
  const file = join(folder, 'ahead')
  const shift = join(import.meta.dirname, 'shifted-clock.ts')
  const env = { ...intervals, TEST_CLOCK: file }
  const server = await startServer(folder, env, [process.execPath, '--import', shift, main])
  const setAhead = async (ms: number) => {
    await writeFile(file, String(ms))
    server.kill('SIGUSR2')
  }
  const body = { username: 'owner', password: ownerPassword }
  const cookie = cookieOf(await call(server, 'POST /api/admin/login', { body }))
  const { user } = await signedIn(server, 'holder')
  const grant = { cookie, body: { change_days: 1, level: 1 } }
  const granted = await call(server, `POST /api/admin/accounts/${user.id}/grant`, grant)
  expect(granted.code).toBe(0)
  return { server, setAhead, url: await databaseOf(folder) }
}

async function clockJumps(name: string, aheadMs: number) {
  const { server, setAhead, url } = await serverWithClock()
  await expectNobodyEnds(`a clock that jumped ${name}`, server, url, async () => {
    await setAhead(aheadMs)
    await sleep(35_000) // a slot of the task that ends leases
    await setAhead(0)
  })
  const db = await clientOf(url)
  const { rows } = await db.query(
    `select (select count(*)::int from platform_event where name = 'leases.lease_expired.v1') as published,
     (select count(*)::int from leases_lease where next_change_at > now()) as armed`,
  )
  expect(rows, name).toEqual([{ published: 0, armed: 1 }])
}

test(
  'a frozen server, a database that is away, a clock that jumps and is set right: none signs anybody out or ends a lease',
  { timeout: 300_000 },
  async () => {
    // At once: each of them is mostly waiting. All are waited for, so that what they started ends with the test.
    const faults = await Promise.allSettled([
      frozenServer(),
      databaseAway(),
      clockJumps('forward', 400 * dayMs),
      clockJumps('back', -400 * dayMs),
    ])
    expect(faults.filter(({ status }) => status === 'rejected')).toEqual([])
  },
)
