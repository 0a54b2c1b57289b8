import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { call, ownerCookie, signedIn } from '../calls.ts'
import { testApp, testAppForThis } from '../harness.ts'

const app = await testApp()

/** Sends a head as it is; answers the first line that comes back. */
async function firstLine(port: number, head: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(head.replaceAll('\n', '\r\n'))
  const [bytes] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  return bytes.toString().split('\r\n')[0] ?? ''
}

describe('an upgrade', () => {
  const asks = (path: string, to: string) =>
    `GET ${path} HTTP/1.1\nHost: x\nConnection: Upgrade, HTTP2-Settings\nUpgrade: ${to}\nHTTP2-Settings: AAMAAABk\n` +
    'Sec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n\n'

  test.each([
    ['/health', 'h2c', '200 OK'],
    ['/health', 'websocket', '200 OK'],
    ['/api/users/me', 'h2c', '401 Unauthorized'],
    ['/api/ws', 'x', '404 Not Found'],
    ['/api/ws/other', 'websocket', '404 Not Found'],
    ['/api/nothing', 'websocket', '404 Not Found'],
    ['/api/ws', 'websocket', '101 Switching Protocols'],
    ['/api/ws?x=1', 'WebSocket', '101 Switching Protocols'],
  ])('of %s to %s is answered with %s', async (path, to, status) => {
    expect(await firstLine(app.port, asks(path, to))).toBe(`HTTP/1.1 ${status}`)
  })
})

describe('the figures', () => {
  test('are nowhere without a token in the configuration', async () => {
    for (const authorization of ['', 'Bearer ', 'Bearer x', 'Bearer undefined'])
      expect((await call(app, 'GET /metrics', { headers: { authorization } })).status).toBe(404)
  })

  test('are shown with the token only', async () => {
    const token = 'a-token-of-the-figures'
    const measured = await testAppForThis({ env: { LESSOR_METRICS_TOKEN: token } })
    const ask = (authorization?: string) =>
      fetch(`${measured.url}/metrics`, { headers: authorization === undefined ? {} : { authorization } })
    for (const wrong of [
      undefined,
      '',
      'Bearer',
      'Bearer x',
      `Bearer ${token}x`,
      `Bearer ${token.slice(0, -1)}`,
      `Basic ${token}`,
      token,
    ])
      expect([wrong, (await ask(wrong)).status]).toEqual([wrong, 401])
    const figures = await ask(`Bearer ${token}`)
    expect(figures.status).toBe(200)
    expect(figures.headers.get('cache-control')).toBe('private, no-store')
    expect(await figures.text()).toContain('lessor_sessions_known')
  })
})

test('every answer says what a browser may do with it, the keys too', async () => {
  for (const path of [
    '/.well-known/lessor/keys.json',
    '/api/docs',
    '/api/docs/start.js',
    '/health',
    '/api/nothing',
  ]) {
    const { headers } = await fetch(app.url + path)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('cache-control')).not.toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  }
})

test('with an https address, cookies are Secure and browsers stay on HTTPS, behind any proxy', async () => {
  const shop = await testAppForThis({ env: { LESSOR_SERVER_PUBLIC_URL: 'https://shop.example' } })
  const body = { username: 'owner', password: shop.ownerPassword }
  const answer = await call(shop, 'POST /api/admin/login', { body })
  expect(answer.headers.get('set-cookie')).toContain('; Secure')
  for (const path of ['/', '/health', '/api/users/me', '/api/users/me?'])
    expect((await fetch(shop.url + path)).headers.get('strict-transport-security')).toBe('max-age=31536000')
})

test('the id of a request comes from a trusted proxy only', async () => {
  const headers = { 'x-request-id': 'of-somebody-1' }
  expect((await call(app, 'GET /api/users/me', { headers })).requestId).not.toBe('of-somebody-1')
  const behind = await testAppForThis({ env: { LESSOR_SERVER_TRUSTED_PROXIES: '127.0.0.0/8,::1' } })
  expect((await call(behind, 'GET /api/users/me', { headers })).requestId).toBe('of-somebody-1')
  expect(
    (await call(behind, 'GET /api/users/me', { headers: { 'x-request-id': 'a b' } })).requestId,
  ).not.toBe('a b')
})

test('connections beyond what one network may hold are closed, idle ones make room, and the rest stays open', async () => {
  const small = await testAppForThis({ env: { LESSOR_SERVER_MAX_CONNECTIONS: '10' } })
  const sockets: Socket[] = []
  const open = async () => {
    const socket = connect(small.port, '127.0.0.1').on('error', () => undefined)
    sockets.push(socket)
    await once(socket, 'connect')
    return socket
  }
  for (let i = 0; i < 7; i++) {
    const socket = await open()
    socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(socket, 'data')
  }
  const beyond = await open()
  await once(beyond, 'close')
  // All seven were between two requests.
  await expect.poll(async () => (await fetch(`${small.url}/health`).catch(() => undefined))?.status).toBe(200)
  for (const socket of sockets) socket.destroy()
})

describe('a socket', () => {
  const closeOf = async (first: string) => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/api/ws`)
    await once(socket, 'open')
    socket.send(first)
    const [{ code, reason }] = (await once(socket, 'close')) as [CloseEvent]
    return { code, reason }
  }

  test.each([
    'junk',
    '中'.repeat(2_000),
    '{"type":"auth"}',
    '{"type":"auth","token":{"a":1}}',
    'null',
    JSON.stringify({ type: 'auth', token: 'x.y.z' }),
  ])('whose first message is %j is answered with "not signed in"', async (first) => {
    const { code, reason } = await closeOf(first)
    expect(code).toBe(4401)
    expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123)
    expect(reason).not.toContain('JSON')
  })
})

test('a heartbeat whose status holds half a character is refused, and another customer’s are stored', async () => {
  const [odd, good] = [await signedIn(app, 'odd'), await signedIn(app, 'good')]
  const beat = (session_token: string, status: object) =>
    call(app, 'POST /api/heartbeat', { body: { session_token, status } })
  for (const status of [{ a: '\ud800' }, { ['\udc00']: 1 }, { a: [{ b: ['\0'] }] }])
    expect(await beat(odd.session_token, status)).toMatchObject({ status: 400, errors: [{ path: 'status' }] })
  expect((await beat(good.session_token, { n: 1 })).status).toBe(200)
  const cookie = await ownerCookie(app)
  const stored = async () =>
    (await call(app, 'GET /api/admin/online-users?username=good', { cookie })).data.items[0].status as unknown
  // They are written once a second.
  await expect.poll(stored, { timeout: 10_000 }).toEqual({ n: 1 })
})
