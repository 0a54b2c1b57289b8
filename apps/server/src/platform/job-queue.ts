import { idOf } from '@lessor/kit'
import { createHash } from 'node:crypto'
import { PgBoss, type Job as Run, type Queue } from 'pg-boss'
import { systemCommand, type Command, type Services } from './command.ts'
import { Connection, type Tx } from './db.ts'
import type { Events } from './events.ts'
import type { Job, Jobs, Listener, Task } from './jobs.ts'
import { withoutData } from './log-errors.ts'
import type { Logger } from './log.ts'
import { sentTogether } from './sent-together.ts'

// A killed process stops its heartbeats: its jobs are given back after `silentS`, looked for every `lookS`, by one process
// that may miss a turn. All together, with `pollS`, they are done by another one within a minute.
const silentS = 20
const lookS = 10
// Notifications wake a worker at once; what failed and is due again is found by looking.
const pollS = 5

export interface JobsOptions {
  readonly url: string
  readonly log: Logger
  readonly jobs: readonly Job[]
}

export function openJobs({ url, log, jobs }: JobsOptions): Jobs & { readonly events: Events } {
  let stopping = false
  const boss = openBoss(url, log, () => stopping)
  const slots = openSlots(boss, log)
  const listeners = Map.groupBy(jobs.filter(isListener), (job) => job.event)

  // A process that only publishes (the command line) prepares the queues at its first event.
  let prepared: Promise<void> | undefined
  const prepare = () =>
    (prepared ??= (async () => {
      await boss.start()
      await prepareQueues(boss, jobs)
    })())

  return {
    events: {
      enqueue: async (tx, event) => {
        const heard = listeners.get(event.name) ?? []
        if (heard.length === 0) return
        await prepare()
        const data = { id: event.id, payload: event.payload }
        await sentTogether(
          ...heard.map(({ name }) => boss.send(name, data, { id: idOf(event.id, name), db: sqlOf(tx) })),
        )
      },
      retry: async (tx, name, id) => {
        if (!jobs.some((job) => job.name === name)) return false
        await prepare()
        // It answers how many, though its types don't say so.
        const { affected = 0 } = (await boss.retry(name, id, { db: sqlOf(tx) })) as { affected?: number }
        return affected > 0
      },
    },
    list: jobs,
    start: async (services) => {
      await prepare()
      for (const job of jobs) await work(boss, job, services, log)
      for (const job of jobs.filter(hasGivenUp)) await workGivenUp(boss, job, services, log)
      for (const job of jobs) if (job.kind === 'task') slots.ask(job)
    },
    stop: async () => {
      stopping = true
      slots.stop()
      if (prepared) await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

const isListener = (job: Job): job is Listener => job.kind === 'listener'

const hasGivenUp = (job: Job): job is Listener => isListener(job) && job.temper.onGivenUp !== undefined

// A task that failed comes again in its next slot; what an event asks for is tried for hours.
const usual = {
  task: { tries: 2, timeoutS: 900, queue: { deleteAfterSeconds: 86_400 } },
  listener: { tries: 13, timeoutS: 900, queue: { retryDelay: 2, retryBackoff: true, retryDelayMax: 600 } },
} as const
const usualConcurrency = 4

type Options = Omit<Queue, 'name'>

function queueOf(job: Job): Options {
  const { tries, timeoutS, queue } = { ...usual[job.kind], ...job.temper }
  return {
    ...queue,
    notify: true,
    heartbeatSeconds: silentS,
    retryLimit: tries - 1,
    expireInSeconds: timeoutS,
    ...(hasGivenUp(job) && { deadLetter: givenUp(job) }),
  }
}

/** Where the database puts what was tried for the last time, in one transaction with that end. */
const givenUp = ({ name }: Job) => `${name}.given_up`

/** Makes the queues, and changes those that an earlier program made otherwise. */
async function prepareQueues(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const wanted = new Map<string, Options>()
  for (const job of jobs) {
    // Named by the other, so it comes first.
    if (hasGivenUp(job)) wanted.set(givenUp(job), { notify: true, heartbeatSeconds: silentS, ...persistent })
    wanted.set(job.name, queueOf(job))
  }
  const made = new Map((await boss.getQueues([...wanted.keys()])).map((queue) => [queue.name, queue]))
  for (const [name, options] of wanted) {
    const before = made.get(name) as Record<string, unknown> | undefined
    if (!before) await boss.createQueue(name, options)
    else if (Object.entries(options).some(([key, value]) => before[key] !== value))
      await boss.updateQueue(name, options)
  }
}

// Tried for weeks: what it does is owed.
const persistent = { retryLimit: 4_000, retryDelay: 2, retryBackoff: true, retryDelayMax: 600 }

function openBoss(url: string, log: Logger, isStopping: () => boolean): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    // pg-boss hands its settings to its pool.
    ...{ Client: Connection },
    application_name: 'lessor jobs',
    max: 4,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: lookS,
    monitorIntervalSeconds: lookS,
    queueCacheIntervalSeconds: lookS,
  })
  // While it stops, its last queries may fail, which harms nothing.
  boss.on('error', (err) => log[isStopping() ? 'debug' : 'warn']({ err }, 'a job queue error'))
  boss.on('warning', ({ message }) => log.debug({ about: message }, 'a job queue warning'))
  return boss
}

// How late a shorter interval is noticed.
const longestWaitMs = 60_000

/** Every process asks for each slot's run, again while a long one lasts; the database takes one. */
function openSlots(boss: PgBoss, log: Logger) {
  const timers = new Map<string, NodeJS.Timeout>()
  const ask = (job: Task) => {
    const everyS = job.everyS()
    const leftMs = everyS * 1000 - (Date.now() % (everyS * 1000)) + 10
    timers.set(
      job.name,
      setTimeout(() => ask(job), Math.min(leftMs, longestWaitMs)),
    )
    boss
      .send(job.name, {}, { singletonSeconds: everyS })
      .catch((err: Error) => log.warn({ err, job: job.name }, 'a task could not be queued'))
  }
  return {
    ask,
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

interface Published {
  readonly id: string
  readonly payload: unknown
}

async function work(boss: PgBoss, job: Job, services: Services, log: Logger): Promise<void> {
  const concurrency = job.kind === 'listener' ? (job.temper.concurrency ?? usualConcurrency) : 1
  await takeRuns(boss, job.name, concurrency, async (run) => {
    const cmd = systemCommand(services, log.child({ job: job.name, run: run.id }), job.name, run.id)
    await attempt(cmd, () =>
      job.kind === 'task'
        ? job.run(cmd, run.signal)
        : job.run({ ...cmd, idempotency: keyOf(run.data.id) }, run.data.payload, run.signal),
    )
  })
}

async function workGivenUp(boss: PgBoss, job: Listener, services: Services, log: Logger): Promise<void> {
  const name = givenUp(job)
  await takeRuns(boss, name, 1, async (run) => {
    const cmd = systemCommand(services, log.child({ job: name, run: run.id }), name, run.id)
    await attempt(cmd, () =>
      job.temper.onGivenUp?.({ ...cmd, idempotency: keyOf(run.data.id) }, run.data.payload),
    )
  })
}

async function attempt(cmd: Command, work: () => Promise<unknown> | undefined): Promise<void> {
  try {
    await work()
  } catch (err) {
    cmd.log.warn({ err }, 'a job failed')
    // The queue keeps it, and Health shows it.
    throw withoutData(err)
  }
}

/** Runs each job of a queue once it is due, `concurrency` of them at once. */
async function takeRuns(
  boss: PgBoss,
  name: string,
  concurrency: number,
  handle: (run: Run<Published>) => Promise<void>,
): Promise<void> {
  for (let i = 0; i < concurrency; i++) {
    let worker = ''
    const options = { batchSize: 1, notifyPollingIntervalSeconds: pollS }
    worker = await boss.work<Published>(name, options, async ([run]) => {
      if (!run) return
      try {
        await handle(run)
      } finally {
        // Two notifications before one fetch are one: without this the second job waits for the next poll.
        boss.notifyWorker(worker)
      }
    })
  }
}

const keyOf = (id: string) => ({ key: id, request: createHash('sha256').update(id).digest() })

const sqlOf = (tx: Tx) => ({
  executeSql: (text: string, values: unknown[] = []) => tx.query<never>(text, values),
})
