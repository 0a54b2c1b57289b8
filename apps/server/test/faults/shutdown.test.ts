import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { postgresIn } from '../../src/platform/postgres/testing.ts'
import { call, cookieOf, customer, signedIn } from '../calls.ts'
import { expectStoppedCleanly, killPostgres } from './embedded-server.ts'
import {
  freshFolder,
  ownerPassword,
  report,
  spawnServer,
  startServer,
  type ServerProcess,
} from './server-process.ts'
import { visitUntilGone, type Visit } from './visitor.ts'

const clean = { code: 0, signal: null }

/** A batch of codes, and the cookie of the owner who issued it. */
async function issued(server: ServerProcess, count: number) {
  const owner = { username: 'owner', password: ownerPassword }
  const cookie = cookieOf(await call(server, 'POST /api/admin/login', { body: owner }))
  const body = { level: 1, days: 30, count }
  const { data } = await call(server, 'POST /api/admin/code-batches', { cookie, body })
  const { batch } = data as { batch: { id: string; count: number } }
  return { batch, cookie }
}

/** Requests that take a moment, long enough to hash a password, and a second or more. */
async function visitsOf(server: ServerProcess): Promise<Visit[]> {
  const { session_token } = await signedIn(server, 'leaving')
  const { batch, cookie } = await issued(server, 30_000)
  const beat = { method: 'POST', path: '/api/heartbeat', body: { session_token } }
  const login = { method: 'POST', path: '/api/auth/login', body: { ...customer, username: 'other' } }
  const read = { method: 'GET', path: `/api/admin/code-batches/${batch.id}/export`, headers: { cookie } }
  return [beat, beat, beat, beat, login, login, login, login, read, read]
}

/** Tells a server to stop; answers how long it took. */
async function stopped(server: ServerProcess): Promise<number> {
  const began = performance.now()
  server.kill('SIGTERM')
  expect(await server.ended).toEqual(clean)
  return Math.round(performance.now() - began)
}

test('SIGTERM under load: every accepted request is answered whole, and nothing is left running', async () => {
  const folder = await freshFolder()
  const server = await startServer(folder, { LESSOR_VERIFICATION_BCRYPT_COST: '10' })
  const { token } = await signedIn(server, 'listening')
  const headers = { authorization: `Bearer ${token}` }
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/ws`, { headers })
  await once(socket, 'message')
  const hungUp = once(socket, 'close')
  const visits = (await visitsOf(server)).map((visit) => visitUntilGone(server.url, visit))
  await sleep(700)
  const tookMs = await stopped(server)
  expect(await postgresIn(folder)).toEqual([])
  expect((await hungUp)[0]).toBe(1001)
  const fates = (await Promise.all(visits)).flat()
  const answered = fates.filter((fate) => fate === 'answered').length
  expect(fates.filter((fate) => fate.startsWith('cut off'))).toEqual([])
  expect(answered).toBeGreaterThan(visits.length)
  await expectStoppedCleanly(folder)
  report('SIGTERM under load', { answered, cut: 0, tookMs })
})

test('an answer that is read slowly is still answered whole', async () => {
  const server = await startServer(await freshFolder())
  const path = '/api/docs/swagger-ui-bundle.js'
  const length = (await (await fetch(server.url + path)).arrayBuffer()).byteLength
  const socket = await dial(server)
  // More than the kernel takes for us while we don't read: the rest waits within the server.
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(12))
  await sleep(500)
  const ended = stopped(server)
  await sleep(1_000)
  const whole = await buffer(socket)
  const begun = whole.toString('latin1').match(/HTTP\/1.1 200 OK/g)?.length ?? 0
  expect(begun).toBeGreaterThan(0)
  expect(whole.byteLength).toBeGreaterThan(begun * length)
  report('SIGTERM with a slow reader', { begun, bytes: whole.byteLength, tookMs: await ended })
})

/** A connection of which nothing is read until somebody asks. */
async function dial(server: ServerProcess): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

test('clients that say nothing, half a request, or nothing to a farewell do not hold the server up', async () => {
  const folder = await freshFolder()
  const server = await startServer(folder)
  const { token } = await signedIn(server, 'stubborn')
  const say = async (text: string): Promise<Socket> => {
    const socket = await dial(server)
    socket.on('error', () => undefined) // it is cut in the end
    socket.write(text)
    return socket
  }
  const upgrade = `GET /api/ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer ${token}\r\n\r\n`
  await once(await say(upgrade), 'data')
  await say('')
  await say(
    'POST /api/heartbeat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  )
  await sleep(200)
  const tookMs = await stopped(server)
  expect(tookMs).toBeLessThan(13_000)
  report('SIGTERM with clients that stay', { tookMs })
})

test('Ctrl-C twice ends it as cleanly as once', async () => {
  const folder = await freshFolder()
  const server = await startServer(folder)
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) {
    server.kill(signal)
    await sleep(20)
  }
  expect(await server.ended).toEqual(clean)
  await expectStoppedCleanly(folder)
})

test('SIGTERM at any moment of a start leaves nothing running, and the next start needs no hand', async () => {
  const folder = await freshFolder()
  await stopped(await startServer(folder))
  for (const delayMs of [30, 150, 250, 350, 450]) {
    const starting = spawnServer(folder)
    await sleep(delayMs)
    starting.kill('SIGTERM')
    // Before it listens to signals, it dies of this one.
    expect([clean, { code: null, signal: 'SIGTERM' }]).toContainEqual(await starting.ended)
    await expect.poll(() => postgresIn(folder), { timeout: 3_000, interval: 20 }).toEqual([])
  }
  await stopped(await startServer(folder))
})

test('SIGTERM while PostgreSQL is down ends it within its grace, and nothing is left running', async () => {
  const folder = await freshFolder()
  const server = await startServer(folder)
  await signedIn(server, 'unlucky')
  await killPostgres(folder)
  const tookMs = await stopped(server)
  expect(tookMs).toBeLessThan(13_000)
  expect(await postgresIn(folder)).toEqual([])
  report('SIGTERM while PostgreSQL is down', { tookMs })
})
