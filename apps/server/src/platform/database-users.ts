import pg from 'pg'
import { Connection } from './db.ts'

// Any fixed number: held together by those who use a database that another command runs, alone by who ends it.
const lockId = 7_235_002

export interface DatabaseUser {
  leave(): Promise<void>
}

/** Joins the users of a database that another process runs. Undefined when it is going, or gone. */
export async function joinDatabaseUsers(url: string): Promise<DatabaseUser | undefined> {
  const client = new Connection({ connectionString: url, application_name: 'lessor guests' })
  try {
    await client.connect()
    const { rows } = await client.query<{ in: boolean }>('select pg_try_advisory_lock_shared($1) as in', [
      lockId,
    ])
    if (rows[0]?.in) return { leave: () => client.end() }
  } catch {
    // It ended between being found and being asked: the caller looks again.
  }
  await client.end()
  return undefined
}

/** Waits until all users have left, for `patienceMs` at most, and keeps the lock until the database has ended. */
export async function waitForDatabaseUsers(url: string, patienceMs: number): Promise<void> {
  const client = new Connection({ connectionString: url, application_name: 'lessor guests' })
  await client.connect()
  await client.query(`set lock_timeout = ${Math.round(patienceMs)}`)
  await client.query('select pg_advisory_lock($1)', [lockId]).catch((error: unknown) => {
    if (!(error instanceof pg.DatabaseError) || error.code !== lockNotAvailable) throw error
  })
}

const lockNotAvailable = '55P03'
