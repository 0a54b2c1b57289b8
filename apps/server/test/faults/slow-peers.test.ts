import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { call, customer, signedIn } from '../calls.ts'
import { clientOf, emptyDatabase } from './databases.ts'
import { freshFolder, report, spread, startServer, type ServerProcess } from './server-process.ts'

const logins = 8
// What a login may take beside a server in trouble, over what it takes beside one that is well.
const withinMs = 1_000

/** Signs an account in on `server` again and again, each time ending the device before; answers the times, and every token that ended. */
async function replaceDevices(server: ServerProcess, name = 'known') {
  const times: number[] = []
  const ended: string[] = []
  for (let login = 0; login < logins; login++) {
    const began = performance.now()
    const { token } = await signedIn(server, name, `HW-${login}`)
    times.push(performance.now() - began)
    ended.push(token)
    await sleep(100)
  }
  return { times, ended: ended.slice(0, -1) }
}

const codesOf = async (server: ServerProcess, tokens: readonly string[]) => {
  const answers = tokens.map((token) => call(server, 'GET /api/users/me', { token }))
  return [...new Set((await Promise.all(answers)).map(({ code }) => code))]
}

/** Two servers; a session that the second one knows well. */
async function pair() {
  const [folder, { url, env }] = [await freshFolder(), await emptyDatabase()]
  const [one, peer] = [await startServer(folder, env), await startServer(folder, env)]
  const known = await signedIn(one, 'known', 'HW-known')
  expect(await codesOf(peer, [known.token])).toEqual([0])
  // Until each has seen that it isn't alone.
  await sleep(1_500)
  const well = await replaceDevices(one)
  return { url, one, peer, well: well.times, known: [known.token, ...well.ended] }
}

test('beside a frozen server logins take under a second, and it refuses every ended session once it runs again', async () => {
  const { one, peer, well, known } = await pair()
  peer.kill('SIGSTOP')
  const { times, ended } = await replaceDevices(one)
  const first = codesOf(peer, [...known, ...ended]) // already there when it runs again
  await sleep(50)
  peer.kill('SIGCONT')
  expect(await first).toEqual(['session_replaced'])
  expect(await codesOf(one, [...known, ...ended])).toEqual(['session_replaced'])
  await sleep(1_500)
  expect(await codesOf(peer, [...known, ...ended])).toEqual(['session_replaced'])
  report('a frozen peer', { wellMs: spread(well), loginMs: spread(times), ended: ended.length })
  expect(Math.max(...times)).toBeLessThan(withinMs + Math.max(...well))
})

test('beside a server that was just killed logins take under a second', async () => {
  const { one, peer, well } = await pair()
  peer.kill('SIGKILL')
  const { times } = await replaceDevices(one)
  report('a killed peer', { wellMs: spread(well), loginMs: spread(times) })
  expect(Math.max(...times)).toBeLessThan(withinMs + Math.max(...well))
})

test('beside a server with a full pool logins take under a second, and it refuses the ended sessions', async () => {
  const { url, one, peer, well, known } = await pair()
  await signedIn(one, 'locked')
  const db = await clientOf(url)
  await db.query('begin')
  await db.query(`select id from accounts_account where username_key = 'locked' for update`)
  const body = { ...customer, username: 'locked' }
  const stuck = Array.from({ length: 24 }, () => call(peer, 'POST /api/auth/login', { body }))
  const waiting = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  const watch = await clientOf(url)
  await expect.poll(async () => (await watch.query(waiting)).rows, { timeout: 5_000 }).toEqual([{ n: 8 }])
  const { times, ended } = await replaceDevices(one)
  // Nor does its sign of life wait for a place.
  expect((await fetch(`${peer.url}/ready`)).status, peer.said.join('\n')).toBe(200)
  await db.query('rollback')
  expect((await Promise.all(stuck)).filter(({ status }) => status >= 500 && status !== 503)).toEqual([])
  expect(await codesOf(peer, [...known, ...ended])).toEqual(['session_replaced'])
  report('a peer with a full pool', { wellMs: spread(well), loginMs: spread(times), ended: ended.length })
  expect(Math.max(...times)).toBeLessThan(withinMs + Math.max(...well))
})
