import { expect, test } from 'vitest'
import { call, customer } from '../calls.ts'
import { clientOf, emptyDatabase, expectSoon } from './databases.ts'
import { openMailbox } from './mailbox.ts'
import { freshFolder, report, startServer } from './server-process.ts'

test(
  'the job of a killed server is done by another within a minute, and what it was doing is done once',
  { timeout: 150_000 },
  async () => {
    const [folder, { url, env }, box] = [await freshFolder(), await emptyDatabase(), await openMailbox()]
    const start = () => startServer(folder, { ...env, LESSOR_MAIL_SMTP_URL: box.url })
    const db = await clientOf(url)
    const first = await start()
    box.hang = true
    const body = { username: 'waiting', password: customer.password, email: 'waiting@example.org' }
    expect(await call(first, 'POST /api/auth/register', { body })).toMatchObject({ code: 0 })
    // In the middle of the job: the mail server has the letter and doesn't answer.
    await expect.poll(() => box.waiting, { timeout: 10_000, interval: 20 }).toBe(1)
    await start()
    const killed = performance.now()
    first.kill('SIGKILL')
    box.hang = false
    const sinceKill = () => Math.round(performance.now() - killed)

    const jobs = `select state::text, retry_count from pgboss.job where name = 'notify.send_queued'`
    await expectSoon(db, jobs, [{ state: 'completed', retry_count: 1 }], 60_000)
    const jobMs = sinceKill()
    await expect.poll(() => box.letters.size, { timeout: 70_000 - jobMs, interval: 100 }).toBe(1)
    const letterMs = sinceKill()
    expect(letterMs).toBeLessThan(60_000)
    await expectSoon(db, 'select state, attempts from notify_mail', [{ state: 'sent', attempts: 2 }], 5_000)
    expect([...box.letters.values()].flat()).toHaveLength(1)
    report('the job of a killed server', { jobMs, letterMs })
  },
)
