import pg from 'pg'
import { dbOver, type Db } from '../db.ts'

export const channel = 'lessor'

const patienceMs = 3_000

/** A connection takes one statement after the other; who asks meanwhile stands in line. */
function inTurn(db: Db): Db {
  let last: Promise<unknown> = Promise.resolve()
  return {
    orm: db.orm,
    query: <Row>(...question: Parameters<Db['query']>) => {
      const answer = last.then(() => db.query<Row>(...question))
      last = answer.catch(() => undefined) // the caller gets the error
      return answer
    },
  }
}

export interface Connection {
  readonly client: pg.Client
  readonly db: Db
}

/** A connection that listens; `lose` is called when it breaks. */
export async function connected(
  { url, hear }: { readonly url: string; readonly hear: (payload: string) => void },
  lose: (which: pg.Client, err?: Error) => void,
): Promise<Connection> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lessor signals',
    query_timeout: patienceMs,
    connectionTimeoutMillis: patienceMs,
  })
  client.on('error', (err) => lose(client, err))
  client.on('end', () => lose(client))
  client.on('notification', ({ payload }) => hear(payload ?? ''))
  try {
    await client.connect()
    // Nothing that is written here has to survive the database: no beat waits for the disk.
    await client.query(`set synchronous_commit = off; listen ${channel}`)
    return { client, db: inTurn(dbOver(client)) }
  } catch (error) {
    client.end().catch(() => undefined) // it never worked
    throw error
  }
}
