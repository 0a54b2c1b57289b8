import { randomInt } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { ringFromSecret } from '../../src/platform/key-ring.ts'
import { migrationsFolder } from '../../src/platform/migrations.ts'
import { call, signedIn } from '../calls.ts'
import { clientOf, emptyDatabase, expectSoon } from './databases.ts'
import { figuresOf } from './ledger.ts'
import { oneOf } from './client.ts'
import { openLoad } from './load.ts'
import { openMailbox } from './mailbox.ts'
import { expectExactly } from './reckoning.ts'
import { freshFolder, ownerPassword, report, spread, startServer } from './server-process.ts'

test('three servers that start at once on an empty database migrate it once and make one owner', async () => {
  const [folder, { url, env }] = [await freshFolder(), await emptyDatabase()]
  const servers = await Promise.all([1, 2, 3].map(() => startServer(folder, env)))
  for (const server of servers) {
    const body = { username: 'owner', password: ownerPassword }
    expect(await call(server, 'POST /api/admin/login', { body })).toMatchObject({ code: 0 })
  }
  const steps = (await readdir(migrationsFolder)).filter((file) => file.endsWith('.sql'))
  const db = await clientOf(url)
  const { rows } = await db.query(
    `select (select count(*)::int from platform_migration) as migrations,
       (select count(*)::int from staff_member) as staff,
       (select count(*)::int from audit_entry where action = 'staff.owner_created') as created`,
  )
  expect(rows).toEqual([{ migrations: steps.length, staff: 1, created: 1 }])
})

test('a server that was frozen while a session was replaced refuses it once it runs again, at once and afterwards', async () => {
  const [folder, { env }] = [await freshFolder(), await emptyDatabase()]
  const [one, frozen] = [await startServer(folder, env), await startServer(folder, env)]
  const old = await signedIn(one, 'frozen')
  const ask = () => call(frozen, 'GET /api/users/me', { token: old.token })
  expect((await ask()).code).toBe(0) // it knows the session well now
  frozen.kill('SIGSTOP')
  const began = performance.now()
  await signedIn(one, 'frozen', 'HW-2')
  const loginMs = Math.round(performance.now() - began)
  const first = ask() // already there when it runs again
  await sleep(50)
  frozen.kill('SIGCONT')
  expect((await first).code).toBe('session_replaced')
  await sleep(1_500)
  expect((await ask()).code).toBe('session_replaced')
  expect(loginMs).toBeLessThan(5_000)
  report('a frozen server', { loginMs })
})

const kills = 12

test(
  `with three servers under load, ${kills} of them killed at any moment, everything happens once`,
  { timeout: 240_000 },
  async () => {
    const [folder, { url, env }, box] = [await freshFolder(), await emptyDatabase(), await openMailbox()]
    const start = () => startServer(folder, { ...env, LESSOR_MAIL_SMTP_URL: box.url })
    const living = await Promise.all([start(), start(), start()])
    const load = await openLoad({ urls: () => living.map((one) => one.url), clients: 16, mail: true })
    const over = new AbortController()
    const done = load.run(over.signal)
    for (let kill = 0; kill < kills; kill++) {
      await sleep(randomInt(200, 1_500))
      const one = oneOf(living)
      living.splice(living.indexOf(one), 1)
      one.kill('SIGKILL')
      living.push(await start())
    }
    over.abort()
    await done
    await expectExactly(load.ledger, url, ringFromSecret(env.JWT_SECRET))

    const { loginMs, customers } = load.ledger
    expect(spread(loginMs).max).toBeLessThan(5_000)
    const db = await clientOf(url)
    const mails = `select state, count(*)::int from notify_mail group by state`
    await expectSoon(db, mails, [{ state: 'sent', count: customers.length }], 90_000)
    // Who dies between the mail server's yes and its own note of it sends that letter again, under the same name.
    const letters = [...box.letters.values()]
    const again = letters.flatMap((ids) => ids.slice(1)).length
    expect(letters.map((ids) => new Set(ids).size)).toEqual(customers.map(() => 1))
    expect(again).toBeLessThanOrEqual(kills)
    const slots = await slotsOf(db)
    expect(slots.filter(({ runs, missed }) => runs !== 1 || missed)).toEqual([])
    const mailed = { letters: letters.length, again }
    report('three servers, killed in turn', {
      kills,
      slots: slots.length,
      ...mailed,
      loginMs: spread(loginMs),
      ...figuresOf(load.ledger),
    })
  },
)

/** Every slot of every scheduled task since it was first queued: how many runs it had, and whether the one before had none. */
async function slotsOf(db: pg.Client) {
  const { rows } = await db.query<{ name: string; runs: number; missed: boolean }>(
    `select name, singleton_on, count(*)::int as runs,
       singleton_on - lag(singleton_on) over (partition by name order by singleton_on)
         > make_interval(secs => case name when 'notify.send_due' then 10 when 'leases.expire' then 30 else 3600 end) as missed
     from pgboss.job where singleton_on is not null group by name, singleton_on`,
  )
  return rows
}
