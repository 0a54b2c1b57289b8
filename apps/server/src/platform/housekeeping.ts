import { dropOldGuesses } from './guesses/queries.ts'
import { timedTask } from './jobs.ts'
import { standalone } from './statement.ts'

const dropOldKeys = standalone<{ before: Date }>(
  'platform.drop_old_keys',
  'delete from platform_idempotency where created_at < $before',
)
const dropOldEvents = standalone<{ before: Date }>(
  'platform.drop_old_events',
  'delete from platform_event where occurred_at < $before',
)

const day = 86_400_000

/** Answers of repeated requests are kept for a week, events for 90 days, failed guesses while they count. */
export const housekeeping = [
  timedTask('platform.forget', 3_600, async ({ services: { db }, now }) => {
    await dropOldKeys.run(db, { before: new Date(now.getTime() - 7 * day) })
    await dropOldGuesses.run(db, { before: now })
    await dropOldEvents.run(db, { before: new Date(now.getTime() - 90 * day) })
  }),
]
