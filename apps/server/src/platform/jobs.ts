import type { Command, Services } from './command.ts'
import type { EventType } from './events.ts'

/** How a job is run where the usual way doesn't suit it. */
export interface Temper {
  /** How often a failed run is tried, the first time included. */
  readonly tries?: number
  /** How long one run may take, in seconds; then its signal is aborted, and it has failed. */
  readonly timeoutS?: number
}

export interface ListenerTemper<Payload> extends Temper {
  /** How many events one process works on at once. */
  readonly concurrency?: number
  /** Called once the last try has failed, until it succeeds: the place to give money back, or to raise an alert. */
  readonly onGivenUp?: (cmd: Command, payload: Payload) => Promise<unknown>
}

/** Work that runs once in every `everyS()` seconds, on one of the processes; the interval may change meanwhile. */
export interface Task {
  readonly kind: 'task'
  readonly name: string
  readonly temper: Temper
  everyS(): number
  run(cmd: Command, signal: AbortSignal): Promise<unknown>
}

/** Work that runs once for every event of a name; it is repeated until it succeeds, under the same key. */
export interface Listener {
  readonly kind: 'listener'
  readonly name: string
  readonly event: string
  readonly temper: ListenerTemper<unknown>
  run(cmd: Command, payload: unknown, signal: AbortSignal): Promise<unknown>
}

export type Job = Task | Listener

export const task = (
  name: string,
  everyS: number | Task['everyS'],
  run: Task['run'],
  temper: Temper = {},
): Task => ({
  kind: 'task',
  name,
  temper,
  everyS: typeof everyS === 'number' ? () => everyS : everyS,
  run,
})

/** A task that ends or deletes something by the clock: it waits while that can't be believed. */
export const timedTask = (name: string, everyS: number | Task['everyS'], run: Task['run']): Task =>
  task(name, everyS, async (cmd, signal) => {
    const doubt = cmd.services.steadiness.doubt()
    if (!doubt) return run(cmd, signal)
    cmd.log.warn({ doubt, task: name }, 'a task waits: it goes by the clock, which is in doubt')
  })

export const listener = <Payload>(
  name: string,
  { name: event }: EventType<Payload>,
  run: (cmd: Command, payload: Payload, signal: AbortSignal) => Promise<unknown>,
  temper: ListenerTemper<Payload> = {},
): Listener => ({
  kind: 'listener',
  name,
  event,
  // The event's type says what its payload is.
  temper: temper as ListenerTemper<unknown>,
  run: (cmd, payload, signal) => run(cmd, payload as Payload, signal),
})

export interface Jobs {
  readonly list: readonly Job[]
  /** Takes jobs; events may be published without that, by a process that leaves the work to others. */
  start(services: Services): Promise<void>
  /** Stops taking jobs and waits for those that run. */
  stop(): Promise<void>
}
