import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { call, customer } from '../calls.ts'
import { clientOf, emptyDatabase, expectSoon } from './databases.ts'
import { openMailbox, type Mailbox } from './mailbox.ts'
import { freshFolder, report, startServer, type ServerProcess } from './server-process.ts'

/**
 * Has mails written until the job of one is in its middle: the mail server has the letter and doesn't answer. The first
 * does, unless the task that looks for mails every ten seconds was faster. Answers how many it took.
 */
async function untilItsJobWaits(db: Client, server: ServerProcess, box: Mailbox): Promise<number> {
  for (let mails = 1; ; mails++) {
    const body = {
      username: `waiting${mails}`,
      password: customer.password,
      email: `waiting${mails}@example.org`,
    }
    expect(await call(server, 'POST /api/auth/register', { body })).toMatchObject({ code: 0 })
    await expect.poll(() => box.waiting, { timeout: 10_000, interval: 20 }).toBe(mails)
    // A job that found nothing to send is over by then.
    await sleep(1_000)
    const active = `select id from pgboss.job where name = 'notify.send_queued' and state = 'active'`
    if ((await db.query(active)).rowCount === 1) return mails
  }
}

test(
  'the job of a killed server is done by another within a minute, and what it was doing is done once',
  { timeout: 150_000 },
  async () => {
    const [folder, { url, env }, box] = [await freshFolder(), await emptyDatabase(), await openMailbox()]
    const start = () => startServer(folder, { ...env, LESSOR_MAIL_SMTP_URL: box.url })
    const db = await clientOf(url)
    const first = await start()
    box.hang = true
    const mails = await untilItsJobWaits(db, first, box)
    await start()
    const killed = performance.now()
    first.kill('SIGKILL')
    box.hang = false
    const sinceKill = () => Math.round(performance.now() - killed)

    const jobs = `select count(*)::int as jobs, sum(retry_count)::int as again, bool_and(state = 'completed') as done
      from pgboss.job where name = 'notify.send_queued'`
    await expectSoon(db, jobs, [{ jobs: mails, again: 1, done: true }], 60_000)
    const jobMs = sinceKill()
    await expect.poll(() => box.letters.size, { timeout: 70_000 - jobMs, interval: 100 }).toBe(mails)
    const letterMs = sinceKill()
    expect(letterMs).toBeLessThan(60_000)
    const sent = Array.from({ length: mails }, () => ({ state: 'sent', attempts: 2 }))
    await expectSoon(db, 'select state, attempts from notify_mail', sent, 5_000)
    expect([...box.letters.values()].flat()).toHaveLength(mails)
    report('the job of a killed server', { jobMs, letterMs })
  },
)
