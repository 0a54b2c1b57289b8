import { openDatabase } from '../platform/db.ts'
import { reasonOf } from '../platform/log-errors.ts'
import { demandFit, migrateDatabase, migrations, type Migration } from '../platform/migrations.ts'
import type { Place } from './find-database.ts'
import { onDatabase, type Base, type OperatorOptions } from './on-database.ts'

export interface DatabaseStatus {
  readonly place: Place
  readonly migrations: readonly Migration[]
}

/** Where the database is, and which of this program's migrations it has. */
export const readStatus = (options: OperatorOptions) => onDatabase(options, databaseStatus)

/** Brings the database to this program's tables; answers how many steps that took. */
export const migrateNow = (options: OperatorOptions) =>
  onDatabase(options, ({ database }) => migrateDatabase(database.url))

export async function databaseStatus({ config, log, database }: Base): Promise<DatabaseStatus> {
  const { url, place } = database
  const onError = (error: Error) => log.warn({ reason: reasonOf(error) }, 'a database connection broke')
  const db = openDatabase({ ...config.db, url, onError })
  try {
    await demandFit(db.pool)
    return { place, migrations: await migrations(db.pool) }
  } finally {
    await db.close()
  }
}
