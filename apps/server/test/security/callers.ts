import { TOTP } from 'otpauth'
import { expect } from 'vitest'
import { hire, staffPassword } from '../../src/modules/people/staff/testing.ts'
import { call, cookieOf, customer } from '../calls.ts'
import type { TestApp } from '../harness.ts'

/** The limits count, and a test says in X-Forwarded-For where it comes from. */
export const limited = { LESSOR_RATE_LIMIT_ENABLED: 'true', LESSOR_SERVER_TRUSTED_PROXIES: '127.0.0.1' }

let lines = 0
/** An IPv4 address, or the beginning of an IPv6 line's, that no other test uses. */
export const freshV4 = () => `198.18.${++lines >> 8}.${lines & 255}`
export const freshV6 = () => `2001:db8:0:${(++lines).toString(16)}`
export const from = (address: string) => ({ 'x-forwarded-for': address })

export type Loose = Record<string, string>

export const wrongPassword = 'not the password'

/** Customers and staff of a server, each at an address of their own. */
export function peopleOf(app: () => TestApp) {
  async function newCustomer(): Promise<Loose> {
    const username = `c${++lines}-customer`
    const headers = from(freshV4())
    await call(app(), 'POST /api/auth/register', { headers, body: { username, password: customer.password } })
    const { data } = await call(app(), 'POST /api/auth/login', { headers, body: { ...customer, username } })
    return { username, token: data.token, sessionToken: data.session_token }
  }

  async function newStaff(): Promise<Loose> {
    const { username } = await hire(app().command({ kind: 'system', name: 'test' }), 'admin')
    const headers = from(freshV4())
    const body = { username, password: staffPassword }
    return { username, cookie: cookieOf(await call(app(), 'POST /api/admin/login', { headers, body })) }
  }

  /** Staff whose second factor is on. */
  async function withTotp() {
    const { username = '', cookie = '' } = await newStaff()
    const headers = from(freshV4())
    const { data } = await call(app(), 'POST /api/admin/me/totp', { headers, cookie })
    const secret: string = data.secret
    const code = new TOTP({ secret }).generate({ timestamp: app().clock.now().getTime() })
    const on = await call(app(), 'POST /api/admin/me/totp/confirm', { headers, cookie, body: { code } })
    expect(on.code).toBe(0)
    app().clock.advance(60_000)
    return { username, secret }
  }

  return { newCustomer, newStaff, withTotp }
}
