import { idOf } from '@lessor/kit'
import { createHash } from 'node:crypto'
import { PgBoss } from 'pg-boss'
import { systemCommand, type Command, type Ground } from './command.ts'
import type { Tx } from './db.ts'
import type { Logger } from './log.ts'
import { withoutData } from './log-errors.ts'
import type { Events, EventType } from './events.ts'

/** Work that runs once in every `everyS()` seconds, on one of the processes; the interval may change meanwhile. */
export interface Task {
  readonly kind: 'task'
  readonly name: string
  everyS(): number
  run(cmd: Command): Promise<unknown>
}

/** Work that runs once for every event of a name; it is repeated until it succeeds, under the same key. */
export interface Listener {
  readonly kind: 'listener'
  readonly name: string
  readonly event: string
  run(cmd: Command, payload: unknown): Promise<unknown>
}

export type Job = Task | Listener

export const task = (name: string, everyS: number | Task['everyS'], run: Task['run']): Task => ({
  kind: 'task',
  name,
  everyS: typeof everyS === 'number' ? () => everyS : everyS,
  run,
})

/** A task that ends or deletes something by the clock: it waits while that can't be believed. */
export const timedTask = (name: string, everyS: number | Task['everyS'], run: Task['run']): Task =>
  task(name, everyS, async (cmd) => {
    const doubt = cmd.ground.steadiness.doubt()
    if (!doubt) return run(cmd)
    cmd.log.warn({ doubt, task: name }, 'a task waits: it goes by the clock, which is in doubt')
  })

export const listener = <P>(
  name: string,
  { name: event }: EventType<P>,
  run: (cmd: Command, payload: P) => Promise<unknown>,
): Listener => ({ kind: 'listener', name, event, run: (cmd, payload) => run(cmd, payload as P) })

export interface Jobs {
  readonly list: readonly Job[]
  /** Takes jobs; events may be told without that, by who leaves the work to other processes. */
  start(ground: Ground): Promise<void>
  /** Stops taking jobs and waits for those that run. */
  stop(): Promise<void>
}

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
      for (const job of jobs) await boss.createQueue(job.name, queueOf[job.kind])
    })())

  return {
    events: {
      enqueue: async (tx, event) => {
        for (const { name } of listeners.get(event.name) ?? []) {
          await prepare()
          const data = { id: event.id, payload: event.payload }
          await boss.send(name, data, { id: idOf(event.id, name), db: sqlOf(tx) })
        }
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
    start: async (ground) => {
      await prepare()
      for (const job of jobs) await work(boss, job, ground, log)
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

// A task that failed comes again in its next slot; what an event asks for is tried for hours.
const queueOf = {
  task: { notify: true, heartbeatSeconds: silentS, retryLimit: 1, deleteAfterSeconds: 86_400 },
  listener: {
    notify: true,
    heartbeatSeconds: silentS,
    retryLimit: 12,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
  },
} as const

function openBoss(url: string, log: Logger, isStopping: () => boolean): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
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
      .catch((err: Error) => log.warn({ err, job: job.name }, 'a task could not be asked for'))
  }
  return {
    ask,
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

interface Told {
  readonly id: string
  readonly payload: unknown
}

async function work(boss: PgBoss, job: Job, ground: Ground, log: Logger): Promise<void> {
  let worker = ''
  const handle = async ([run]: { id: string; data: Told }[]) => {
    if (!run) return
    const cmd = systemCommand(ground, log.child({ job: job.name, run: run.id }), job.name, run.id)
    try {
      if (job.kind === 'task') await job.run(cmd)
      else await job.run({ ...cmd, idempotency: keyOf(run.data.id) }, run.data.payload)
    } catch (err) {
      cmd.log.warn({ err }, 'a job failed')
      // The queue keeps it, and Health shows it.
      throw withoutData(err)
    } finally {
      // Two notifications before one fetch are one: without this the second job waits for the next poll.
      boss.notifyWorker(worker)
    }
  }
  worker = await boss.work<Told>(job.name, { batchSize: 1, notifyPollingIntervalSeconds: pollS }, handle)
}

const keyOf = (id: string) => ({ key: id, request: createHash('sha256').update(id).digest() })

const sqlOf = (tx: Tx) => ({
  executeSql: (text: string, values: unknown[] = []) => tx.query<never>(text, values),
})
