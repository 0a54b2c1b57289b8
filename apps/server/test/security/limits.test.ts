import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { resetStaffPassword } from '../../src/modules/staff/index.ts'
import { housekeeping } from '../../src/platform/housekeeping.ts'
import { guessLimits } from '../../src/platform/limits.ts'
import { hire, staffPassword } from '../../src/modules/staff/testing.ts'
import { call, cookieOf, customer, type Answer } from '../calls.ts'
import { testApp, type TestApp } from '../harness.ts'

// Class 23: every way in to a secret has the same limit, from one address, from all of an IPv6 line's, with ports, over
// two processes and a restart.
const env = { LESSOR_RATE_LIMIT_ENABLED: 'true', LESSOR_SERVER_TRUSTED_PROXIES: '127.0.0.1' }

let app: TestApp
let beside: TestApp
beforeAll(async () => {
  app = await testApp({ env })
  beside = await testApp({ env, beside: app })
})
afterAll(async () => {
  await beside.stop()
  await app.stop()
})

let lines = 0
/** An IPv4 address, or the beginning of an IPv6 line's, that no other test uses. */
const freshV4 = () => `198.18.${++lines >> 8}.${lines & 255}`
const freshV6 = () => `2001:db8:0:${(++lines).toString(16)}`
const from = (address: string) => ({ 'x-forwarded-for': address })

type At = { readonly url: string }
type Headers = Readonly<Record<string, string>>
/** One wrong try; `who` is one customer or one staff member who is signed in. */
type Try = (at: At, headers: Headers, i: number, who: Loose) => Promise<{ readonly status: number }>
type Loose = Record<string, string>

const post =
  (path: string, bodyOf: (i: number) => object): Try =>
  (at, headers, i) =>
    call(at, `POST ${path}`, { headers, body: bodyOf(i) })
const password = 'not the password'
const device = { hardware_code: 'HW-1', software_version: '1' }
const link =
  (pathOf: (token: string) => string): Try =>
  (at, headers, i) =>
    fetch(at.url + pathOf(`wrong-${i}-${headers['x-forwarded-for']}`), { headers })

async function newCustomer(): Promise<Loose> {
  const username = `c${++lines}-customer`
  const headers = from(freshV4())
  await call(app, 'POST /api/auth/register', { headers, body: { username, password: customer.password } })
  const { data } = await call(app, 'POST /api/auth/login', { headers, body: { ...customer, username } })
  return { username, token: data.token, sessionToken: data.session_token }
}

async function newStaff(): Promise<Loose> {
  const { username } = await hire(app.command({ kind: 'system', name: 'test' }), 'admin')
  const headers = from(freshV4())
  const body = { username, password: staffPassword }
  return { username, cookie: cookieOf(await call(app, 'POST /api/admin/login', { headers, body })) }
}

/** Staff whose second factor is on. */
async function withTotp() {
  const { username = '', cookie = '' } = await newStaff()
  const headers = from(freshV4())
  const { data } = await call(app, 'POST /api/admin/me/totp', { headers, cookie })
  const secret: string = data.secret
  const code = new TOTP({ secret }).generate({ timestamp: app.clock.now().getTime() })
  const on = await call(app, 'POST /api/admin/me/totp/confirm', { headers, cookie, body: { code } })
  expect(on.code).toBe(0)
  app.clock.advance(60_000)
  return { username, secret }
}

const { staffSignIn, customerSignIn, ownPassword, code, mailedCode, statusLink } = guessLimits
const ways: [way: string, allowed: number, attempt: Try, who?: () => Promise<Loose>][] = [
  ['POST /api/admin/login', staffSignIn.byAddress, post('/api/admin/login', (i) => ({ username: `n${i}`, password }))],
  ['POST /api/auth/login', customerSignIn.byAddress, post('/api/auth/login', (i) => ({ username: `n${i}`, password, ...device }))],
  ['POST /api/portal/login', customerSignIn.byAddress, post('/api/portal/login', (i) => ({ username: `n${i}`, password }))],
  ['POST /api/auth/email/verify', mailedCode.byAddress, post('/api/auth/email/verify', (i) => ({ login: `n${i}`, code: '12345678' }))],
  ['POST /api/auth/password/reset', mailedCode.byAddress, post('/api/auth/password/reset', (i) => ({ login: `n${i}`, code: '12345678', password }))],
  ['POST /api/auth/email/undo', mailedCode.byAddress, post('/api/auth/email/undo', (i) => ({ token: `wrong-${i}`, password }))],
  ['GET /api/status/:token', statusLink.byAddress, link((token) => `/api/status/${token}`)],
  ['GET /api/status?t=', statusLink.byAddress, link((token) => `/api/status?t=${token}`)],
  ['GET /status/:token', statusLink.byAddress, link((token) => `/status/${token}`)],
  ['POST /api/recharge', code.byName, (at, headers, i, { token = '' }) =>
    call(at, 'POST /api/recharge', { token, headers, body: { card_code: `GUESS-${i}` } }), newCustomer],
  ['PATCH /api/users/me', ownPassword.byPair, (at, headers, _, { token = '' }) =>
    call(at, 'PATCH /api/users/me', { token, headers, body: { password: 'another password', old_password: password } }), newCustomer],
  ['POST /api/admin/me/password', ownPassword.byPair, (at, headers, _, { cookie = '' }) =>
    call(at, 'POST /api/admin/me/password', { cookie, headers, body: { old_password: password, new_password: 'another password' } }), newStaff],
  ['DELETE /api/admin/me/totp', ownPassword.byPair, (at, headers, _, { cookie = '' }) =>
    call(at, 'DELETE /api/admin/me/totp', { cookie, headers, body: { password, code: '123456' } }), newStaff],
] // prettier-ignore

/** Tries three times too many, and answers how many of them reached the secret. */
async function reached(
  allowed: number,
  attempt: (i: number) => Promise<{ status: number }>,
): Promise<number> {
  const statuses = []
  for (let i = 0; i < allowed + 3; i++) statuses.push((await attempt(i)).status)
  expect(statuses.slice(-3)).toEqual([429, 429, 429])
  return statuses.filter((status) => status !== 429).length
}

describe.each(ways)('%s lets %i wrong tries reach the secret', (_way, allowed, attempt, whoOf = async () => ({})) => {
  test('from one address, whatever ports a proxy writes behind it', async () => {
    const who = await whoOf()
    const address = freshV4()
    expect(await reached(allowed, (i) => attempt(app, from(`${address}:${40_000 + i}`), i, who))).toBe(allowed)
  }, 30_000)

  test('from all addresses of one IPv6 line', async () => {
    const who = await whoOf()
    const line = freshV6()
    expect(await reached(allowed, (i) => attempt(app, from(`[${line}:${i}::${i}]:443`), i, who))).toBe(allowed)
  }, 30_000)

  test('over two processes', async () => {
    const who = await whoOf()
    const headers = from(freshV4())
    expect(await reached(allowed, (i) => attempt(i % 2 ? app : beside, headers, i, who))).toBe(allowed)
  }, 30_000)
}) // prettier-ignore

test('a restart forgets no failure', async () => {
  const headers = from(freshV4())
  const guess = (at: At, i: number) =>
    call(at, 'POST /api/admin/login', { headers, body: { username: `r${i}`, password } })
  for (let i = 0; i < 10; i++) expect((await guess(app, i)).status).toBe(401)
  const restarted = await testApp({ env, beside: app })
  const after = await guess(restarted, 10)
  await restarted.stop()
  expect(after.status).toBe(429)
})

test('of thirty guesses at once, ten reach the password', async () => {
  const headers = from(freshV4())
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      call(app, 'POST /api/admin/login', { headers, body: { username: `at-once-${i}`, password } }),
    ),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(20)
})

test('a second factor is counted by who it belongs to, over all addresses', async () => {
  const { username, secret } = await withTotp()
  const wrong = new TOTP({ secret }).generate({ timestamp: 0 })
  const statuses = []
  for (let i = 0; i < 12; i++) {
    // One address fails once; the name's delays are another test's.
    const answer = call(app, 'POST /api/admin/login', {
      headers: from(freshV4()),
      body: { username, password: staffPassword, totp: wrong },
    })
    statuses.push((await answer).status)
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
}, 60_000)

describe('refused proofs are counted by address', () => {
  const refusedBy: [string, (headers: Headers) => Promise<Answer>][] = [
    ['a customer’s cookie', (headers) => call(app, 'GET /api/users/me', { headers, cookie: 'lessor_customer=x' })],
    ['an access token', (headers) => call(app, 'GET /api/users/me', { headers, token: 'x.y.z' })],
    ['a staff cookie', (headers) => call(app, 'GET /api/admin/me', { headers, cookie: 'lessor_staff=x' })],
    ['a session token', (headers) => call(app, 'POST /api/heartbeat', { headers, body: { session_token: 'x' } })],
  ] // prettier-ignore
  test.each(refusedBy)('%s: 300 a minute are refused as wrong, then 429', async (_, ask) => {
    const line = freshV6()
    const answers = await Promise.all(Array.from({ length: 310 }, (_, i) => ask(from(`${line}::${i}`))))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(300)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
  })
})

// Class 24: what strangers do never keeps somebody out.
describe('a stranger keeps nobody out', () => {
  const signIn = (body: object, address: string, cookie?: string) =>
    call(app, 'POST /api/admin/login', { headers: from(address), body, ...(cookie && { cookie }) })
  /** Uses an address up. */
  const useUp = async (address: string, name = 'stranger') => {
    for (let i = 0; i < 11; i++) await signIn({ username: `${name}-${i}`, password }, address)
  }

  test('the owner signs in from elsewhere, however often others tried the name; it only takes some seconds', async () => {
    const { username } = await newStaff()
    for (let address = 0; address < 3; address++) {
      const stranger = freshV4()
      await Promise.all(Array.from({ length: 12 }, () => signIn({ username, password }, stranger)))
    }
    const began = performance.now()
    const answer = await signIn({ username, password: staffPassword }, freshV4())
    const tookMs = performance.now() - began
    expect(answer.status).toBe(200)
    expect(tookMs).toBeGreaterThan(3_900)
    expect(tookMs).toBeLessThan(8_000)
  }, 60_000)

  test('tries that are slowed down hold up no others', async () => {
    const { username } = await newStaff()
    const stranger = freshV4()
    await Promise.all(Array.from({ length: 9 }, () => signIn({ username, password }, stranger)))
    const slow = Array.from({ length: 60 }, () => signIn({ username, password }, freshV4()))
    const other = await newStaff()
    const began = performance.now()
    expect((await signIn({ username: other.username, password: staffPassword }, freshV4())).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(2_500)
    await Promise.all(slow)
  }, 60_000)

  test('a browser that has signed in passes where its address is refused, with ten tries of its own', async () => {
    const address = freshV4()
    const { username } = await newStaff()
    const known = cookieOf(await signIn({ username, password: staffPassword }, address))
    await useUp(address)
    expect((await signIn({ username, password: staffPassword }, address)).status).toBe(429)
    expect((await signIn({ username, password: staffPassword }, address, known)).status).toBe(200)
    // It is known for this name only, and its cookie is no licence to guess.
    expect((await signIn({ username: 'owner', password: app.ownerPassword }, address, known)).status).toBe(
      429,
    )
    const statuses = []
    for (let i = 0; i < 12; i++) statuses.push((await signIn({ username, password }, address, known)).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
  })

  test('a right second factor passes where the address is refused; anything less is refused', async () => {
    const address = freshV4()
    const { username, secret } = await withTotp()
    await useUp(address)
    const totp = new TOTP({ secret }).generate({ timestamp: app.clock.now().getTime() })
    const wrong = new TOTP({ secret }).generate({ timestamp: 0 })
    const right = { username, password: staffPassword }
    expect((await signIn(right, address)).status).toBe(429)
    expect((await signIn({ ...right, totp: wrong }, address)).status).toBe(429)
    expect((await signIn({ username, password, totp }, address)).status).toBe(429)
    const without = await newStaff()
    expect((await signIn({ ...without, cookie: undefined, password: staffPassword, totp }, address)).status).toBe(429)
    expect((await signIn({ ...right, totp }, address)).status).toBe(200)
  }) // prettier-ignore

  test('a customer’s device and browser pass where their address is refused', async () => {
    const headers = from(freshV4())
    const { username } = await newCustomer()
    const program = { ...customer, username }
    const browser = { username, password: customer.password }
    const login = (body: object) => call(app, 'POST /api/auth/login', { headers, body })
    expect((await login(program)).status).toBe(200)
    const cookie = cookieOf(await call(app, 'POST /api/portal/login', { headers, body: browser }))
    for (let i = 0; i < 31; i++) await login({ username: `s${i}`, password, ...device })
    expect((await login({ ...program, hardware_code: 'another device' })).status).toBe(429)
    expect((await login(program)).status).toBe(200)
    expect((await call(app, 'POST /api/portal/login', { headers, body: browser })).status).toBe(429)
    expect((await call(app, 'POST /api/portal/login', { headers, cookie, body: browser })).status).toBe(200)
  })

  test('sessions go on while their address sends wrong tokens and cookies', async () => {
    const address = freshV4()
    const headers = from(address)
    const { token = '', sessionToken: session_token } = await newCustomer()
    const { cookie = '' } = await newStaff()
    await Promise.all(
      Array.from({ length: 310 }, () =>
        call(app, 'POST /api/heartbeat', { headers, body: { session_token: 'x' } }),
      ),
    )
    const answers = [
      await call(app, 'POST /api/heartbeat', { headers, body: { session_token } }),
      await call(app, 'GET /api/users/me', { headers, token }),
      await call(app, 'GET /api/admin/me', { headers, cookie }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  test('an account of yesterday redeems where new accounts have used the address up', async () => {
    const headers = from(freshV4())
    const redeem = ({ token = '' }: Loose, i: number) =>
      call(app, 'POST /api/recharge', { token, headers, body: { card_code: `NEIGHBOUR-${i}` } })
    const old = await newCustomer()
    app.clock.advance(2 * 86_400_000)
    const { data } = await call(app, 'POST /api/auth/login', {
      headers: from(freshV4()),
      body: { ...customer, username: old.username },
    })
    for (let account = 0; account < 3; account++) {
      const fresh = await newCustomer()
      for (let i = 0; i < 20; i++) await redeem(fresh, i)
    }
    expect((await redeem(await newCustomer(), 0)).code).toBe('rate_limited')
    expect((await redeem({ token: data.token }, 0)).code).toBe('code_unknown')
  })

  test('a new password from the command line’s use case ends the wait of that name', async () => {
    const address = freshV4()
    const { id, username } = await hire(app.command({ kind: 'system', name: 'test' }), 'admin')
    for (let i = 0; i < 10; i++) await signIn({ username, password }, address)
    expect((await signIn({ username, password: staffPassword }, address)).status).toBe(429)
    await resetStaffPassword(app.command({ kind: 'system', name: 'cli' }), {
      id,
      password: 'the new password',
    })
    expect((await signIn({ username, password: 'the new password' }, address)).status).toBe(200)
  }, 60_000)
})

test('a wait is told in words, in both languages, and as Retry-After', async () => {
  const address = freshV4()
  const ask = (language: string) =>
    call(app, 'POST /api/admin/login', {
      headers: { ...from(address), 'accept-language': language },
      body: { username: `w${++lines}`, password },
    })
  for (let i = 0; i < 10; i++) await ask('zh')
  const answer = await ask('zh')
  expect(answer.message).toBe('尝试次数过多，请在约 10 分钟后再试。')
  expect(answer.headers.get('retry-after')).toBe('600')
  expect((await ask('en')).message).toBe('Too many tries. Try again in about 10 minutes.')
})

test('right passwords write no counter, and failures that no longer count are deleted', async () => {
  const rows = async () => (await app.ground.db.query('select * from platform_guess', [])).rows
  const before = (await rows()).length
  const address = freshV4()
  const { username } = await newStaff()
  await call(app, 'POST /api/admin/login', {
    headers: from(address),
    body: { username, password: staffPassword },
  })
  expect(await rows()).toHaveLength(before)
  await call(app, 'POST /api/admin/login', { headers: from(address), body: { username, password } })
  const kept = await rows()
  expect(kept).toHaveLength(before + 1)
  // What people type as a name may be a password.
  expect(JSON.stringify(kept)).not.toContain(username)
  app.clock.advance(601_000)
  for (const { run } of housekeeping) await run(app.command({ kind: 'system', name: 'test' }))
  expect(await rows()).toEqual([])
})

describe('sockets', () => {
  const open: WebSocket[] = []
  afterAll(() => open.forEach((socket) => socket.terminate()))
  /** What a handshake is answered with, and the code that the socket is closed with. */
  const connect = (address: string, token?: string) => {
    const headers = { ...from(address), ...(token && { authorization: `Bearer ${token}` }) }
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/api/ws`, { headers })
    open.push(socket)
    const status = new Promise<number>((resolve) => {
      socket.on('open', () => resolve(101))
      socket.on('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0))
      socket.on('error', () => undefined)
    })
    const closed = new Promise<number>((resolve) => socket.on('close', resolve))
    return { socket, status, closed }
  }

  test('a network opens 300 a minute, and 50 of those that have not said who they are stay open', async () => {
    const line = freshV6()
    const statuses = []
    const codes: number[] = []
    for (let i = 0; i < 305; i++) {
      const one = connect(`${line}::${i}`)
      statuses.push(await one.status)
      void one.closed.then((code) => codes.push(code))
    }
    expect(statuses).toEqual([...Array(300).fill(101), ...Array(5).fill(429)])
    await expect.poll(() => codes.filter((code) => code === 4029).length).toBe(250)
    // A session passes where its neighbours have used the handshakes up.
    const { token } = await newCustomer()
    const own = connect(`${line}::1`, token)
    expect(await own.status).toBe(101)
  }, 30_000)

  test('who does not say within five seconds who it is is closed, and not waited for', async () => {
    const { hostname, port } = new URL(app.url)
    const socket = connectTcp(Number(port), hostname)
    const gone = new Promise<number>((resolve) => socket.on('close', () => resolve(performance.now())))
    // By hand, because a WebSocket would answer the close.
    socket.write(
      `GET /api/ws HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${freshV4()}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    const [answer] = (await once(socket, 'data')) as [Buffer]
    const opened = performance.now()
    expect(answer.toString()).toContain('101 Switching Protocols')
    const heldMs = (await gone) - opened
    expect(heldMs).toBeGreaterThan(4_500)
    expect(heldMs).toBeLessThan(9_000)
  }, 15_000)

  test('an account holds 50; another one closes the oldest', async () => {
    const { token = '' } = await newCustomer()
    const all = []
    for (let i = 0; i < 51; i++) {
      all.push(connect(freshV4(), token))
      expect(await all.at(-1)?.status).toBe(101)
    }
    expect(await all[0]?.closed).toBe(4029)
    expect(all.filter(({ socket }) => socket.readyState === WebSocket.OPEN)).toHaveLength(50)
  })
})
