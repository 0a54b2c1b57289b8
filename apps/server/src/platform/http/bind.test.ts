import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { bindHttp } from './bind.ts'

const stalledMs = 1_000
// More than the system's buffers take.
const answer = Buffer.alloc(32_000_000, 'x')

/** A server with one large answer, and a connection that has requested it and reads nothing yet. */
async function asked(): Promise<{ socket: Socket; open: () => boolean }> {
  const http = await bindHttp(0, '127.0.0.1', stalledMs)
  let open = false
  http.serve({
    request: (_, outgoing) => {
      open = true
      outgoing.once('close', () => (open = false))
      outgoing.end(answer)
    },
    upgrades: {},
  })
  const socket = connect(http.port, '127.0.0.1')
  onTestFinished(async () => {
    socket.destroy()
    await http.close(0)
  })
  socket.on('error', () => undefined) // it may be cut
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await expect.poll(() => open).toBe(true)
  return { socket, open: () => open }
}

test('a connection whose answer isn’t read is cut', async () => {
  const { open } = await asked()
  await expect.poll(open, { timeout: stalledMs * 10 }).toBe(false)
})

test('one that is read slowly is answered whole', { timeout: 30_000 }, async () => {
  const { socket } = await asked()
  let [bytes, burst] = [0, 0]
  const began = performance.now()
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    burst += chunk.length
    if (burst < answer.length / 20) return
    burst = 0
    socket.pause()
    setTimeout(() => socket.resume(), stalledMs / 5)
  })
  socket.resume()
  await expect.poll(() => bytes > answer.length, { timeout: 20_000 }).toBe(true)
  expect(performance.now() - began).toBeGreaterThan(stalledMs * 3)
})

test('one that waits for its next request is left alone', async () => {
  const http = await bindHttp(0, '127.0.0.1', stalledMs)
  http.serve({ request: (_, outgoing) => void outgoing.end('ok'), upgrades: {} })
  onTestFinished(() => http.close(0))
  const socket = connect(http.port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(socket, 'data')
  await sleep(stalledMs * 2)
  expect(socket.readableEnded).toBe(false)
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  expect(String((await once(socket, 'data'))[0])).toContain('200 OK')
})
