import { DAY_MS } from '@lessor/kit'
import { timedTask, type Task } from './jobs.ts'
import type { Settings } from '../config.ts'
import { standalone, type Standalone } from './statement.ts'

type Expired = { before: Date; limit: number }

// Small enough not to block others by its locks.
const batch = 5_000

/** A statement that deletes up to `limit` rows of a table from before a time; `old` is the condition, with `$before`. */
export const deletionOf = (name: string, table: string, old: string): Standalone<Expired, never> =>
  standalone<Expired>(
    name,
    `delete from ${table} where id in (select id from ${table} where ${old} limit $limit)`,
  )

/** An hourly task that deletes what is older than the installation keeps it, a batch at a time; 0 days keep it for ever. */
export const forgetting = (
  name: string,
  deletion: Standalone<Expired, never>,
  daysIn: (settings: Settings['retention']) => number,
): Task =>
  timedTask(name, 3_600, async ({ services, now }) => {
    const days = daysIn(services.settings.retention)
    if (days === 0) return
    const before = new Date(now.getTime() - days * DAY_MS)
    while ((await deletion.run(services.db, { before, limit: batch })) === batch);
  })
