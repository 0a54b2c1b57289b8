import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { resetStaffPassword } from '../../src/modules/people/staff/index.ts'
import { hire, staffPassword } from '../../src/modules/people/staff/testing.ts'
import { call, cookieOf, customer } from '../calls.ts'
import { testApp, type TestApp } from '../harness.ts'
import {
  freshV4,
  freshV6,
  from,
  limited as env,
  peopleOf,
  wrongPassword as password,
  type Loose,
} from './callers.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ env })
})
afterAll(() => app.stop())

const { newCustomer, newStaff, withTotp } = peopleOf(() => app)
const device = { hardware_code: 'HW-1', software_version: '1' }

// Class 24: what strangers do never keeps somebody out.
describe('a stranger locks out no one', () => {
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

  test('sessions keep working while their address sends wrong tokens and cookies', async () => {
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
      socket.on('error', () => resolve(0))
    })
    const closed = new Promise<number>((resolve) => socket.on('close', resolve))
    /** Once it counts as its account's. */
    const ready = new Promise<unknown>((resolve) => socket.once('message', resolve))
    return { socket, status, closed, ready }
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

  test('an account holds 50; more of them close the oldest', async () => {
    const { token = '' } = await newCustomer()
    const all: ReturnType<typeof connect>[] = []
    for (let i = 0; i < 55; i++) {
      all.push(connect(freshV4(), token))
      expect(await all.at(-1)?.status).toBe(101)
      await all.at(-1)?.ready
    }
    await expect.poll(() => all.filter(({ socket }) => socket.readyState === WebSocket.OPEN).length).toBe(50)
    expect(await all[0]?.closed).toBe(4029)
    expect(all.at(-1)?.socket.readyState).toBe(WebSocket.OPEN)
  })
})
