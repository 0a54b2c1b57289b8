import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { call, signedIn } from '../calls.ts'
import { testAppForThis, type TestApp } from '../harness.ts'
import { figuresOf } from './ledger.ts'
import { openLoad } from './load.ts'
import { report, spread } from './server-process.ts'

const rounds = 12

async function admin(app: TestApp): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

const listening = `from pg_stat_activity where datname = current_database() and application_name = 'lessor signals'`

/** Two instances, and how to break the connection over which the second hears the first. */
async function deafenedPair() {
  const app = await testAppForThis()
  const db = await admin(app)
  const { rows: own } = await db.query<{ pid: number }>(`select pid ${listening}`)
  const deaf = await testAppForThis({ beside: app })
  const deafen = () =>
    db
      .query(`select pg_terminate_backend(pid) ${listening} and pid <> $1`, [own[0]?.pid])
      .then(() => undefined)
  const hears = async () => {
    const count = async () =>
      (await db.query<{ n: number }>(`select count(*)::int as n ${listening}`)).rows[0]?.n
    await expect.poll(count, { timeout: 5_000, interval: 20 }).toBe(2)
  }
  return { app, deaf, deafen, hears }
}

const refusedBy = async (app: TestApp, old: { token: string; session_token: string }) => {
  const { session_token } = old
  const beat = await call(app, 'POST /api/heartbeat', { body: { session_token } })
  const me = await call(app, 'GET /api/users/me', { token: old.token })
  return [beat.code, me.code]
}

test(
  'an instance that lost its signal connection believes no replaced session, neither meanwhile nor afterwards',
  { timeout: 120_000 },
  async () => {
    const { app, deaf, deafen, hears } = await deafenedPair()
    const load = await openLoad({ urls: () => [app.url, deaf.url], clients: 4 })
    const over = new AbortController()
    const churn = load.run(over.signal)
    const logins: number[] = []
    for (let round = 0; round < rounds; round++) {
      const old = await signedIn(app, 'deaf', `HW-${round}`)
      await refusedBy(deaf, old) // it knows the session well now
      await deafen()
      await sleep(round * 15) // at different moments of losing and coming back
      const began = performance.now()
      await signedIn(app, 'deaf', `HW-${round} b`)
      logins.push(performance.now() - began)
      expect(await refusedBy(deaf, old)).toEqual(['session_replaced', 'session_replaced'])
      await hears()
      await sleep(50)
      expect(await refusedBy(deaf, old)).toEqual(['session_replaced', 'session_replaced'])
    }
    over.abort()
    await churn
    expect(load.ledger.wrong).toEqual([])
    // Not one waited for an instance that can't answer.
    expect(Math.max(...logins)).toBeLessThan(5_000)
    report('a lost signal connection', { rounds, loginMs: spread(logins), ...figuresOf(load.ledger) })
  },
)

test('a client whose session ended while its instance was disconnected learns of it on reconnect', async () => {
  const { app, deaf, deafen } = await deafenedPair()
  const { token } = await signedIn(app, 'listener')
  const socket = new WebSocket(`${deaf.url.replace('http', 'ws')}/api/ws`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const messages: string[] = []
  socket.on('message', (data: Buffer) =>
    messages.push((JSON.parse(data.toString()) as { type: string }).type),
  )
  await expect.poll(() => messages).toEqual(['ready'])
  await deafen()
  await signedIn(app, 'listener', 'HW-2')
  await expect.poll(() => messages, { timeout: 5_000 }).toEqual(['ready', 'session.ended'])
})

const noise = [
  '', '{', 'null', '[]', '17', '"text"', '{"from":1,"topic":"x","body":"y"}', '{"from":"a","topic":"x"}',
  '{"v":2,"kind":"ended","ids":[]}', '{"from":"a","topic":"unknown.later","body":"x"}',
  '{"from":"a","topic":"settings.changed","body":"{"}', '{"from":"a","topic":"ask","body":""}',
] // prettier-ignore

test('whatever any role of the database sends on the channel, the server stays up and keeps listening', async () => {
  const app = await testAppForThis()
  const db = await admin(app)
  for (const payload of noise) await db.query(`select pg_notify('lessor', $1)`, [payload])
  await expect.poll(() => app.logged.filter((line) => line.includes('a signal that is none')).length).toBe(9)
  const beside = await testAppForThis({ beside: app })
  const old = await signedIn(app, 'noisy')
  await refusedBy(beside, old)
  await signedIn(app, 'noisy', 'HW-2')
  expect(await refusedBy(beside, old)).toEqual(['session_replaced', 'session_replaced'])
  report('noise on the channel', { payloads: noise.length })
})

test('an end that a later version announces in its own format is believed all the same', async () => {
  const app = await testAppForThis()
  const db = await admin(app)
  const old = await signedIn(app, 'later')
  expect(await refusedBy(app, old)).toEqual([0, 0]) // it knows the session well now
  await db.query('begin')
  await db.query(`update sessions_session set ended_at = created_at, end_reason = 'replaced'`)
  const body = JSON.stringify({ from: 'later', topic: 'sessions.ended', body: 'v2 of something' })
  await db.query(`select pg_notify('lessor', $1)`, [body])
  await db.query('commit')
  await expect.poll(() => refusedBy(app, old)).toEqual(['session_replaced', 'session_replaced'])
})
