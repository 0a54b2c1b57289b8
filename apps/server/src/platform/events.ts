import { idOf } from '@lessor/kit'
import type { Tx } from './db.ts'

/** Something that happened: `<module>.<past tense>.v<n>`, with a deterministic id, so that redelivery is idempotent. */
export interface Event<Payload = unknown> {
  readonly name: string
  readonly id: string
  readonly payload: Payload
}

/** What events of one name have in common: who listens to it knows what they carry. */
export interface EventType<Payload> {
  readonly name: string
  /** `of` names what it happened to, so that the same happening has the same id. */
  (of: readonly string[], payload: Payload): Event<Payload>
}

/** The names of all events that a loaded file declares. */
export const declaredEvents = new Set<string>()

/** Declares an event. */
export function eventType<Payload>(name: string): EventType<Payload> {
  declaredEvents.add(name)
  const make = (of: readonly string[], payload: Payload) => ({ name, id: idOf(name, ...of), payload })
  return Object.defineProperty(make, 'name', { value: name })
}

/** Hands an event to the jobs that listen to it, in the transaction that published it. */
export interface Events {
  enqueue(tx: Tx, event: Event): Promise<void>
  /** Lets a job that was given up run once more, if the transaction commits; answers whether there is such a one. */
  retry(tx: Tx, job: string, id: string): Promise<boolean>
}
