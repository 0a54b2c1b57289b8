import type { Command } from './command.ts'
import type { Tx } from './db.ts'
import type { Event } from './events.ts'
import { statement } from './statement.ts'

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
