import { newId } from '@lessor/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApiDocument } from '../../src/openapi.ts'
import { offerVip } from '../../src/modules/leasing/catalog/testing.ts'
import { permissionsOf, type Role } from '../../src/modules/people/staff/index.ts'
import { anInvoice } from '../../src/modules/money/invoices/testing.ts'
import { call, cookieOf, customer, issueCodes, ownerCookie, signedIn, type CallOptions } from '../calls.ts'
import { testApp, type TestApp } from '../harness.ts'

interface Operation {
  readonly at: string
  readonly who: string
}

const document = openApiDocument() as { paths: Record<string, Record<string, { 'x-who': string }>> }
const operations: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { 'x-who': who }]) => ({
    at: `${method.toUpperCase()} ${path}`,
    who,
  })),
)
const roles: Role[] = ['owner', 'admin', 'finance', 'support', 'auditor']

/** Requests that reach a rule but nothing behind it: ids of nothing, a body of nothing. */
const harmless = ({ at }: Operation) => at.replace(/\{\w+\}/g, newId())
const bodyOf = ({ at }: Operation): CallOptions => (at.startsWith('GET') ? {} : { body: {} })

const madeUp = `lessor_staff=${'x'.repeat(43)}`
const madeUpAtPortal = `lessor_customer=${'x'.repeat(43)}`

let app: TestApp
const cookies = new Map<Role, string>()
let token: string
let portalCookie: string

const signIn = async (role: Role) => {
  const body = { username: `the-${role}`, password: 'a long password' }
  return cookieOf(await call(app, 'POST /api/admin/login', { body }))
}

beforeAll(async () => {
  app = await testApp()
  const cookie = await ownerCookie(app)
  for (const role of roles) {
    await call(app, 'POST /api/admin/staff', {
      cookie,
      body: { username: `the-${role}`, password: 'a long password', role },
    })
    cookies.set(role, await signIn(role))
  }
  token = (await signedIn(app, 'customer')).token as string
  const { password } = customer
  portalCookie = cookieOf(
    await call(app, 'POST /api/portal/login', { body: { username: 'customer', password } }),
  )
})
afterAll(() => app.stop())

test('the document has every kind of rule, and every operation has one', () => {
  const rules = new Set(operations.map(({ who }) => who.split(':')[0]))
  expect([...rules].toSorted()).toEqual(['anyone', 'customer', 'staff'])
  expect(operations.length).toBeGreaterThan(40)
  expect(operations.filter(({ who }) => !/^(anyone|customer|staff|staff:[a-z]+\.[a-z]+)$/.test(who))).toEqual(
    [],
  )
})

test('every permission that a route asks for is one that the owner has', () => {
  const asked = operations.flatMap(({ who }) =>
    who.startsWith('staff:') ? [who.slice('staff:'.length)] : [],
  )
  expect(
    asked.filter((permission) => !(permissionsOf('owner') as ReadonlySet<string>).has(permission)),
  ).toEqual([])
})

const calling = (operation: Operation, options: CallOptions) =>
  call(app, harmless(operation), { ...bodyOf(operation), ...options })
const inRealm = (realm: string) => operations.filter(({ who }) => who.split(':')[0] === realm)

describe.each(inRealm('customer'))('$at ($who)', (operation) => {
  test('refuses no session, a made-up token, and made-up cookies', async () => {
    for (const options of [{}, { token: 'x.y.z' }, { cookie: madeUp }, { cookie: madeUpAtPortal }]) {
      expect((await calling(operation, options)).status).toBe(401)
    }
  })

  test("refuses staff's cookies: one realm never opens the other's doors", async () => {
    for (const cookie of cookies.values()) {
      const renamed = cookie.replace('lessor_staff', 'lessor_customer')
      expect((await calling(operation, { cookie })).status).toBe(401)
      expect((await calling(operation, { cookie: renamed })).status).toBe(401)
    }
  })
})

describe.each(inRealm('staff'))('$at ($who)', (operation) => {
  test('refuses no session, a made-up cookie, and a customer, by header or cookie', async () => {
    const renamed = portalCookie.replace('lessor_customer', 'lessor_staff')
    const cookies = [madeUp, `lessor_staff=${token}`, portalCookie, renamed].map((cookie) => ({ cookie }))
    for (const options of [{}, { token }, ...cookies]) {
      expect((await calling(operation, options)).status).toBe(401)
    }
  })
})

describe.each(inRealm('staff').filter(({ who }) => who !== 'staff'))('$at ($who)', (operation) => {
  test('opens to the roles that may, and to no other', async () => {
    const permission = operation.who.slice('staff:'.length)
    for (const role of roles) {
      const { status } = await calling(operation, { cookie: cookies.get(role) ?? '' })
      const may = (permissionsOf(role) as ReadonlySet<string>).has(permission)
      expect({ role, status: status === 401 || status === 403 ? status : 'let in' }).toEqual({
        role,
        status: may ? 'let in' : 403,
      })
    }
  })
})

/** Customer routes that name something by id, and how another customer's looks: as if it didn't exist. */
const tenantRules: Record<
  string,
  (other: { session: string }) => Promise<{ id: string; status: number; body?: object }>
> = {
  'DELETE /api/users/me/sessions/{id}': async ({ session }) => ({ id: session, status: 404 }),
  'GET /api/invoices/{id}': async () => ({ id: await othersInvoice(), status: 404 }),
  'GET /api/invoices/{id}/html': async () => ({ id: await othersInvoice(), status: 404 }),
  'GET /api/invoices/{id}/pdf': async () => ({ id: await othersInvoice(), status: 404 }),
  'GET /api/orders/{id}': async () => ({ id: await othersOrder(), status: 404 }),
  'GET /api/orders/{id}/refund': async () => ({ id: await othersOrder(), status: 404 }),
  'POST /api/orders/{id}/refund': async () => ({
    id: await othersOrder(),
    status: 404,
    body: { amount: '1.00' },
  }),
  'PATCH /api/leases/{id}/renewal': async () => ({
    id: await othersLease(),
    status: 404,
    body: { auto: true },
  }),
  'GET /api/orders/{id}/codes': async () => ({ id: await othersOrder(), status: 404 }),
  'GET /api/orders/{id}/codes/export': async () => ({ id: await othersOrder(), status: 404 }),
  'POST /api/orders/{id}/cancel': async () => ({ id: await othersOrder(), status: 404 }),
  'POST /api/orders/{id}/pay': async () => ({
    id: await othersOrder(),
    status: 404,
    body: { gateway: 'wallet' },
  }),
  'GET /api/wallet/top-ups/{id}': async () => ({ id: await othersTopUp(), status: 404 }),
  // Software belongs to the seller, not to a customer: there is no other tenant's.
  'GET /api/software/{id}/access': async () => ({ id: newId(), status: 404 }),
}

const othersInvoice = async () => (await anInvoice(app.command({ kind: 'system', name: 'test' }))).id

async function othersTopUp(): Promise<string> {
  const { token } = await signedIn(app, `top-up-${newId().slice(-8)}`)
  const { id: accountId } = (await call(app, 'GET /api/users/me', { token })).data
  const id = newId()
  await app.services.db.query(
    `insert into payments_payment (id, account_id, interface_id, gateway, for_kind, for_id, title, amount, reference,
       status, expires_at, created_at, updated_at)
     values ($1, $2, $1, 'a bank', 'top_up', $2, 'Wallet', 30, $3, 'pending', now(), now(), now())`,
    [id, accountId, id],
  )
  return id
}

const othersOrder = async (): Promise<string> => {
  const { token: theirs } = await signedIn(app, `orders-${newId().slice(-8)}`)
  const plan_id = await offerVip(app, { cycle: 'days', days: 1 + Math.floor(Math.random() * 3_000) })
  return (await call(app, 'POST /api/orders', { token: theirs, body: { plan_id } })).data.id as string
}

const othersLease = async (): Promise<string> => {
  const { token: theirs } = await signedIn(app, `lease-${newId().slice(-8)}`)
  const [code = ''] = await issueCodes(app, await ownerCookie(app))
  await call(app, 'POST /api/recharge', { token: theirs, body: { card_code: code } })
  return (await call(app, 'GET /api/leases', { token: theirs })).data.items[0].id as string
}

test("another customer's ids are unknown, on every route that takes one", async () => {
  const named = operations.filter(({ at, who }) => who === 'customer' && at.includes('{')).map(({ at }) => at)
  expect(named.toSorted()).toEqual(Object.keys(tenantRules).toSorted())
  const other = await signedIn(app, 'somebody-else')
  const sessions = await call(app, 'GET /api/users/me/sessions', { token: other.token })
  for (const [at, rule] of Object.entries(tenantRules)) {
    const { id, status, body } = await rule({ session: sessions.data.items[0].session_id })
    expect((await call(app, at.replace('{id}', id), { token, ...(body && { body }) })).status).toBe(status)
  }
  expect((await call(app, 'GET /api/users/me', { token: other.token })).status).toBe(200)
})
