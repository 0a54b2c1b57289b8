import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from './db.ts'
import { transaction } from './run-transaction.ts'

const message = (type: string, ...parts: readonly Buffer[]) => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const authenticated = message('R', Buffer.alloc(4))
const ready = message('Z', Buffer.from('I'))
const fatal = message(
  'E',
  Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'),
)

/** Speaks as much of PostgreSQL's protocol as a connection takes that is ended in the packet that opens it. */
async function endingServer(): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(Buffer.concat([authenticated, ready, fatal])))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `postgres://u:p@127.0.0.1:${(server.address() as AddressInfo).port}/d`
}

test('a connection that ends in the packet that opens it fails its statement, and nothing else', async () => {
  const uncaught: unknown[] = []
  const note = (error: unknown) => uncaught.push(error)
  process.on('uncaughtException', note)
  onTestFinished(() => void process.off('uncaughtException', note))
  const db = openDatabase({
    url: await endingServer(),
    max_connections: 2,
    min_connections: 0,
    idle_timeout_secs: 5,
    max_lifetime_secs: 5,
    acquire_timeout_secs: 5,
    onError: () => undefined,
  })
  onTestFinished(() => db.close())
  await expect(db.query('select 1', [])).rejects.toThrow(/terminat|end|connection/i)
  await expect(transaction(db, (tx) => tx.query('select 1', []))).rejects.toThrow(
    /terminat|end|connection|queryable/i,
  )
  expect(uncaught).toEqual([])
})
