import { newId } from '@lessor/kit'
import { expect } from 'vitest'
import { call, ownerCookie, signedIn, type Loose } from '../../../../test/calls.ts'
import { newGateway } from '../../../../test/gateways/shop.ts'
import { openYipay } from '../../../../test/gateways/yipay.ts'
import type { TestApp } from '../../../../test/harness.ts'
import type { Job } from '../../../platform/jobs.ts'
import { vipProductId } from '../../leasing/catalog/index.ts'
import { offerVip } from '../../leasing/catalog/testing.ts'

export const key = () => ({ 'Idempotency-Key': newId() })

export interface Buyer {
  readonly id: string
  readonly post: (path: string, body?: object, headers?: Record<string, string>) => Promise<Loose>
  readonly get: (path: string) => Promise<Loose>
  readonly patch: (path: string, body: object) => Promise<Loose>
  /** Signed in again: access tokens end while tests move the clock. */
  readonly again: () => Promise<Buyer>
}

/** What the VIP product allows to refund, and for how many days. */
async function setRefunds(app: TestApp, cookie: string, refund_policy: string, refund_days: number) {
  const body = { refund_policy, refund_days }
  expect((await call(app, `PATCH /api/admin/products/${vipProductId}`, { cookie, body })).code).toBe(0)
}

export type Shop = Awaited<ReturnType<typeof openShop>>

/** A customer of this name, signed in; registered where it isn't yet. */
async function buyerNamed(app: TestApp, username: string): Promise<Buyer> {
  const tokenNow = signingIn(app, username)
  const get = async (path: string) => call(app, `GET ${path}`, { token: await tokenNow() })
  const { id } = (await get('/api/users/me')).data
  return {
    ...{ id, get, again: () => buyerNamed(app, username) },
    patch: async (path, body) => call(app, `PATCH ${path}`, { token: await tokenNow(), body }),
    post: async (path, body = {}, headers = key()) =>
      call(app, `POST ${path}`, { token: await tokenNow(), body, headers }),
  }
}

/** A server that sells a VIP month at 30.00, level 2, by a simulated yipay service. */
export async function openShop(app: TestApp) {
  const cookie = await ownerCookie(app)
  const planId = await offerVip(app, { price: '30.00', level: 2 })
  await setRefunds(app, cookie, 'gateway', 365)
  const yipay = await openYipay()
  const gatewayId = await newGateway(app, 'gateway-yipay', yipay.config)
  const staff = staffOf(app, cookie)

  /** A new customer, with money in the wallet. */
  async function buyer(walletAmount?: string): Promise<Buyer> {
    const found = await buyerNamed(app, `b${newId().slice(-12)}`)
    const body = { direction: 'add', amount: walletAmount, reason: 'A test' }
    if (walletAmount) await staff.asStaff(`POST /api/admin/accounts/${found.id}/wallet/adjust`, body)
    return found
  }
  const order = async ({ post }: Buyer, more: object = {}): Promise<Loose> => {
    const answer = await post('/api/orders', { plan_id: planId, ...more })
    expect(answer.code).toBe(0)
    return answer.data
  }
  /** Begins to pay by yipay; answers the payment and its reference. */
  const begin = async ({ post }: Buyer, { id }: Loose, more: object = {}) => {
    const answer = await post(`/api/orders/${id}/pay`, { gateway: gatewayId, ...more })
    expect(answer.code).toBe(0)
    return { ...answer.data, reference: answer.data.payment.id.replaceAll('-', '') }
  }
  const levelOf = async ({ get }: Buyer) => (await get('/api/users/me')).data.vip_level
  const refunds = async (policy: string, days: number) =>
    setRefunds(app, await staff.cookieNow(), policy, days)
  return { app, planId, yipay, gatewayId, buyer, order, begin, levelOf, refunds, ...staff }
}

/** What the owner sees and does of a shop. */
function staffOf(app: TestApp, cookie: string) {
  let signedAt = app.clock.now().getTime()
  let current = cookie
  /** A session of staff ends while tests move the clock. */
  const cookieNow = async () => {
    if (app.clock.now().getTime() === signedAt) return current
    signedAt = app.clock.now().getTime()
    return (current = await ownerCookie(app))
  }
  const asStaff = async (at: string, body?: object): Promise<Loose> =>
    call(app, at, { cookie: await cookieNow(), headers: key(), ...(body && { body }) })
  const statusOf = async ({ id }: Loose): Promise<string> =>
    (await asStaff(`GET /api/admin/orders/${id}`)).data.order.status
  const walletOf = async ({ id }: Buyer): Promise<string> =>
    (await asStaff(`GET /api/admin/accounts/${id}/wallet`)).data.balance
  /** Runs a task of a module now. */
  const runTask = async (jobs: readonly Job[], name: string) => {
    const found = jobs.find((job) => job.name === name)
    if (found?.kind !== 'task') throw new Error(`There is no task ${name}`)
    await found.run(app.command({ kind: 'system', name: 'test' }), new AbortController().signal)
  }
  return { cookieNow, asStaff, statusOf, walletOf, runTask }
}

/** A customer's token, which is another one once the clock has moved: it ends while tests do that. */
function signingIn(app: TestApp, username: string): () => Promise<string> {
  let signedAt = NaN
  let token: Promise<string> | undefined
  return () => {
    const now = app.clock.now().getTime()
    if (!token || now !== signedAt) token = signedIn(app, username).then((data) => data.token as string)
    signedAt = now
    return token
  }
}

/** Waits until a check answers what is wanted, 10 s at most. */
export async function eventually(check: () => Promise<unknown>, wanted: unknown): Promise<void> {
  const until = Date.now() + 10_000
  while (Date.now() < until && (await check()) !== wanted) await new Promise((done) => setTimeout(done, 50))
  expect(await check()).toBe(wanted)
}
