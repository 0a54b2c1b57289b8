import { idOf } from '@lessor/kit'
import type { Command } from './command.ts'
import type { Tx } from './db.ts'
import { statement } from './statement.ts'

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
}

const insertEvent = statement<{ id: string; name: string; payload: string; now: Date }>(
  'platform.insert_event',
  `insert into platform_event (id, name, payload, occurred_at) values ($id, $name, $payload, $now)
   on conflict (id) do nothing`,
)

/** Tells that something happened, if the transaction commits, once. */
export async function publish(tx: Tx, cmd: Command, event: Event): Promise<void> {
  const { id, name, payload } = event
  const isNew = await insertEvent.run(tx, { id, name, payload: JSON.stringify(payload), now: cmd.now })
  if (isNew) await cmd.ground.events.enqueue(tx, event)
}
