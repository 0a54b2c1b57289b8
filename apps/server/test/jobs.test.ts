import { newId } from '@lessor/kit'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { eventType } from '../src/platform/events.ts'
import { openJobs } from '../src/platform/job-queue.ts'
import { listener, type Listener } from '../src/platform/jobs.ts'
import { transaction } from '../src/platform/run-transaction.ts'
import { testAppForThis, type TestApp } from './harness.ts'

interface Happened {
  readonly n: number
}
const happened = eventType<Happened>('test.happened.v1')

/** Runs these listeners on the app's database; answers how to publish. */
async function running(app: TestApp, ...jobs: Listener[]) {
  const log = app.command({ kind: 'system', name: 'test' }).log
  const queue = openJobs({ url: app.databaseUrl, log, jobs })
  onTestFinished(() => queue.stop())
  await queue.start(app.services)
  return (n: number, id = newId()) =>
    transaction(app.services.db, (tx) => queue.events.enqueue(tx, happened([id], { n })))
}

test('several events of one name are worked on at once, and no more than the listener says', async () => {
  const app = await testAppForThis()
  let atOnce = 0
  let most = 0
  const done: number[] = []
  const slow = listener(
    'test.slow',
    happened,
    async (_, { n }) => {
      most = Math.max(most, ++atOnce)
      await sleep(300)
      atOnce--
      done.push(n)
    },
    { concurrency: 3 },
  )
  const publish = await running(app, slow)
  await Promise.all([1, 2, 3, 4, 5, 6].map((n) => publish(n)))
  await expect.poll(() => done.toSorted(), { timeout: 20_000 }).toEqual([1, 2, 3, 4, 5, 6])
  expect(most).toBe(3)
})

test('what failed for the last time is given up once, and that is tried until it succeeds', async () => {
  const app = await testAppForThis()
  let tries = 0
  const givenUp: number[] = []
  const failing = listener(
    'test.failing',
    happened,
    async () => {
      tries++
      throw new Error('the other side refuses')
    },
    {
      tries: 2,
      onGivenUp: async (cmd, { n }) => {
        givenUp.push(n)
        expect(cmd.idempotency).toBeDefined()
        if (givenUp.length === 1) throw new Error('the first time it fails, too')
      },
    },
  )
  const publish = await running(app, failing)
  await publish(7)
  await expect.poll(() => givenUp, { timeout: 60_000 }).toEqual([7, 7])
  await sleep(500)
  expect([tries, givenUp.length]).toEqual([2, 2])
}, 90_000)

test('a run that takes longer than it may is aborted, and tried again', async () => {
  const app = await testAppForThis()
  const aborted: unknown[] = []
  let runs = 0
  const hanging = listener(
    'test.hanging',
    happened,
    async (_cmd, _payload, signal) => {
      if (++runs > 1) return
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      aborted.push(signal.reason)
    },
    { timeoutS: 1 },
  )
  const publish = await running(app, hanging)
  await publish(1)
  await expect.poll(() => [aborted.length, runs], { timeout: 30_000 }).toEqual([1, 2])
}, 60_000)

test('a queue that an earlier program made otherwise is changed', async () => {
  const app = await testAppForThis()
  const quiet = (tries: number) => listener('test.changed', happened, async () => undefined, { tries })
  await running(app, quiet(3))
  await running(app, quiet(8))
  const { rows } = await app.services.db.query(
    `select retry_limit from pgboss.queue where name = 'test.changed'`,
    [],
  )
  expect(rows).toEqual([{ retry_limit: 7 }])
})
