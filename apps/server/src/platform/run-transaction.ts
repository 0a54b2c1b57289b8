import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import { dbOver, isStale, isTransient, type Database, type Tx } from './db.ts'

const open = new AsyncLocalStorage<true>()

/**
 * Throws inside a transaction: what goes out of the process may take long, while rows are locked, and can't be taken back
 * with them. For whatever calls another server or process.
 */
export function demandNoTransaction(what: string): void {
  if (open.getStore())
    throw new Error(`${what} inside a transaction: make it a due row, and send it afterwards`)
}

/** Runs `work` on one connection that holds nothing but this transaction; again after a deadlock. */
export async function transaction<T>({ pool }: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ;) {
    try {
      return await attemptOnce(pool, work)
    } catch (error) {
      if (isStale(error)) continue
      if (attempt++ >= 4 || !isTransient(error)) throw error
    }
  }
}

async function attemptOnce<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const after: (() => Promise<void> | void)[] = []
  let broken: Error | undefined
  // A connection that dies between two statements emits 'error'; unheard, it would end the process.
  const onError = (error: Error) => (broken = error)
  client.on('error', onError)
  let answer: T
  try {
    answer = await pipelined(client, work, (done) => after.push(done))
  } catch (error) {
    if (isStale(error)) broken = error
    await client.query('rollback').catch((e: Error) => (broken = e))
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
  for (const run of after) await run()
  return answer
}

/**
 * `begin` travels with the first statement, and the commit with those that nothing waited for. After a failure
 * PostgreSQL refuses what was sent behind it: the first error is the one to throw.
 */
async function pipelined<T>(
  client: pg.PoolClient,
  work: (tx: Tx) => Promise<T>,
  afterCommit: (done: () => Promise<void> | void) => void,
): Promise<T> {
  const sent: Promise<unknown>[] = []
  const later = (promise: Promise<unknown>) => {
    // Its error is thrown below, in its turn.
    promise.catch(() => undefined)
    sent.push(promise)
  }
  later(client.query('begin'))
  let answer: T
  try {
    answer = await open.run(true, () => work({ ...dbOver(client), afterCommit, later } as Tx))
  } catch (error) {
    await Promise.all(sent)
    throw error
  }
  const committed = client.query('commit')
  later(committed)
  await Promise.all(sent)
  // After an error that nothing has shown, `commit` answers ROLLBACK, and is no error itself.
  const { command } = await committed
  if (command !== 'COMMIT') throw new Error(`The transaction ended with ${command}`)
  return answer
}
