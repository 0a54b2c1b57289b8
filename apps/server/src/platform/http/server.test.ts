import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'

const app = await testApp()

/** Sends a head as it is, and answers what came back. */
function sent(head: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let answered = ''
  const socket = connect(app.port, '127.0.0.1')
  socket.on('data', (chunk: Buffer) => (answered += chunk.toString()))
  socket.on('error', reject)
  socket.on('close', () => resolve(answered))
  socket.write(head)
  return promise
}

test.each(['GET /health', 'GET /ready', 'HEAD /', 'GET /api/openapi.json'])(
  '%s over HTTP/1.0, which names no host, is answered',
  async (line) => {
    expect(await sent(`${line} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /)
  },
)

test.each(['[', 'a b', 'x:99999', '小店.example', '[fe80::1%25eth0]', 'user@x', 'x/y', 'x?y'])(
  'a host that is none is the caller’s mistake: %s',
  async (host) => {
    const answer = await sent(`GET /ready HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"code":"bad_request"')
  },
)

test.each(['OPTIONS *', 'GET http://x:99999999/ready', 'GET /\\x'])(
  'and so is an address that is none: %s',
  async (line) => {
    const answer = await sent(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  },
)

test('none of them is logged as a fault of the server', () => {
  expect(app.logged.filter((line) => line.includes('"level":50'))).toEqual([])
})
