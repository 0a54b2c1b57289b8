import { setImmediate as immediate } from 'node:timers/promises'
import { createConnection } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { turns } from './turn.ts'

test('what becomes ready in one turn of the event loop resolves at its end, in its order', async () => {
  const endOfTurn = turns()
  const written: number[] = []
  const write = async (n: number) => {
    await endOfTurn()
    written.push(n)
  }
  const first = [write(1), write(2)]
  await Promise.resolve()
  first.push(write(3))
  expect(written).toEqual([])
  // Requested after it, and yet in the same turn.
  await immediate()
  expect(written).toEqual([1, 2, 3])
  await Promise.all(first)
})

test('what becomes ready at the end of a turn waits for one more, not longer', async () => {
  const endOfTurn = turns()
  const written: number[] = []
  const writing = endOfTurn().then(async () => {
    await endOfTurn()
    written.push(1)
  })
  await immediate()
  expect(written).toEqual([])
  await immediate()
  expect(written).toEqual([1])
  await writing
})

const app = await testApp()
const heartbeat = (token: string) => {
  const body = JSON.stringify({ session_token: token })
  return `POST /api/heartbeat HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}
const place = (n: number) => `GET /api/status/${'A'.repeat(42)}${n} HTTP/1.1\r\nhost: x\r\n\r\n`

/** The status lines and bodies that a connection brings, until there are so many. */
async function answersOf(requests: string, count: number): Promise<string[]> {
  const socket = createConnection(app.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(requests)
  let text = ''
  for await (const chunk of socket.setEncoding('utf8')) {
    text += String(chunk)
    if (text.split('HTTP/1.1 ').length > count && text.endsWith('}')) break
  }
  return text.split('HTTP/1.1 ').slice(1)
}

test('pipelined requests are answered in their order, quick ones behind slow ones', async () => {
  // The second needs the database, the others nothing.
  const requests = ['GET /api/users/me HTTP/1.1\r\nhost: x\r\n\r\n', place(1), heartbeat(''), place(2)]
  const answers = await answersOf(Array<string[]>(20).fill(requests).flat().join(''), 80)
  const statuses = answers.map((answer) => Number(answer.slice(0, 3)))
  expect(statuses).toEqual(Array<number[]>(20).fill([401, 404, 400, 404]).flat())
})

test('a connection that closes before its answer is written harms no other', async () => {
  const gone = Array.from({ length: 20 }, async () => {
    const socket = createConnection(app.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(place(1).repeat(5))
    socket.resetAndDestroy()
  })
  const stay = Array.from({ length: 20 }, () => answersOf(place(2).repeat(5), 5))
  await Promise.all(gone)
  for (const answers of await Promise.all(stay))
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual(Array(5).fill('404'))
  expect(app.logged.filter((line) => /"level":(50|60)/.test(line))).toEqual([])
  expect((await fetch(`${app.url}/health`)).status).toBe(200)
})
