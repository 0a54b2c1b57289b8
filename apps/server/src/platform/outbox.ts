import type { Command } from './command.ts'
import type { Tx } from './db.ts'
import type { Event } from './events.ts'
import { change } from './statement.ts'

const insertEvent = change<{ id: string; name: string; payload: string; now: Date }>(
  'platform.insert_event',
  `insert into platform_event (id, name, payload, occurred_at) values ($id, $name, $payload, $now)
   on conflict (id) do nothing`,
)

/** Stores that something happened, once, and queues its jobs; with the transaction. */
export async function publish(tx: Tx, cmd: Command, event: Event): Promise<void> {
  const { id, name, payload } = event
  insertEvent.later(tx, { id, name, payload: JSON.stringify(payload), now: cmd.now })
  // Its jobs have deterministic ids, too: of an event that was published before there are none to add.
  await cmd.services.events.enqueue(tx, event)
}
