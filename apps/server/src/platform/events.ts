import { idOf } from '@lessor/kit'
import type { Tx } from './db.ts'

/** Something that happened: `<module>.<past tense>.v<n>`, with an id that is the same however often it is told. */
export interface Event<Payload = unknown> {
  readonly name: string
  readonly id: string
  readonly payload: Payload
}

/** Makes an event; `of` names what it happened to, so that the same happening has the same id. */
export const event = <P>(name: string, of: readonly string[], payload: P): Event<P> => ({
  name,
  id: idOf(name, ...of),
  payload,
})

/** Hands an event to the jobs that listen to it, in the transaction that published it. */
export interface Events {
  enqueue(tx: Tx, event: Event): Promise<void>
  /** Lets a job that was given up run once more, if the transaction commits; answers whether there is such a one. */
  retry(tx: Tx, job: string, id: string): Promise<boolean>
}
