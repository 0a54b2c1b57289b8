import { request } from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApiDocument } from '../../src/openapi.ts'
import { limits } from '../../src/platform/limits.ts'
import { atPortal, customer, ownerCookie } from '../calls.ts'
import { testApp, type TestApp } from '../harness.ts'

/** As a browser or a program sends it: fetch would write its own Sec-Fetch-Site. */
async function send(app: TestApp, at: string, headers: Readonly<Record<string, string>>, body: unknown) {
  const [method = '', path = ''] = at.split(' ')
  const sent = JSON.stringify(body)
  const json = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(sent)) }
  const asked = request(app.url + path, { method, headers: { ...json, ...headers } })
  const [answer] = (await once(asked.end(sent), 'response')) as [IncomingMessage]
  const { code } = JSON.parse(await text(answer)) as { code: string | 0 }
  return { status: answer.statusCode, code, cookies: answer.headers['set-cookie'] }
}

const publicUrl = 'https://shop.example'

describe.each([
  ['without a public address', {}],
  ['with one', { LESSOR_SERVER_PUBLIC_URL: publicUrl }],
])('%s', (_, env: Record<string, string>) => {
  let app: TestApp
  let staff: string
  let portal: string
  beforeAll(async () => {
    app = await testApp({ env })
    staff = await ownerCookie(app)
    portal = (await atPortal(app, 'customer')).cookie
  })
  afterAll(() => app.stop())

  const signIns = () => ({
    'POST /api/admin/login': { username: 'owner', password: app.ownerPassword },
    'POST /api/portal/login': { username: 'customer', password: customer.password },
  })
  const own = () => `http://localhost:${app.port}`
  const foreign = (): Record<string, string>[] => [
    ...['null', '', 'junk', 'https://evil.example', `https://localhost:${app.port}`, 'http://localhost',
      `http://localhost:${app.port + 1}`, `http://127.0.0.1:${app.port}`, 'http://shop.example', `${own()}/`] // prettier-ignore
      .map((origin) => ({ origin })),
    { referer: 'https://evil.example/page' },
    { referer: '' },
    ...['cross-site', 'same-site', ''].flatMap((site) => [
      { 'sec-fetch-site': site },
      { 'sec-fetch-site': site, origin: own() },
    ]),
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://evil.example', referer: `${own()}/admin`, 'x-forwarded-proto': 'https' },
  ]
  const home = (): Record<string, string>[] => [
    {},
    { origin: own() },
    { referer: `${own()}/admin/codes` },
    { origin: own(), 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    // A proxy with HTTPS that isn't named as trusted; with and without X-Forwarded-Proto.
    { host: 'shop.example', origin: publicUrl, 'x-forwarded-proto': 'https' },
    { host: 'shop.example', origin: publicUrl, 'sec-fetch-site': 'same-origin' },
  ]

  test.each(['POST /api/admin/login', 'POST /api/portal/login'] as const)(
    '%s signs in from our own pages and for programs, and from nowhere else',
    async (at) => {
      for (const headers of foreign()) {
        const { status, code, cookies } = await send(app, at, headers, signIns()[at])
        expect({ headers, status, code, cookies }).toEqual({ headers, status: 403, code: 'cross_site' })
      }
      for (const headers of home()) {
        const { status, cookies } = await send(app, at, headers, signIns()[at])
        expect({ headers, status }).toEqual({ headers, status: 200 })
        expect(cookies?.join().includes('; Secure')).toBe('LESSOR_SERVER_PUBLIC_URL' in env)
      }
    },
  )

  const document = openApiDocument() as { paths: Record<string, Record<string, { 'x-who': string }>> }
  const writes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method, { 'x-who': who }]) => method !== 'get' && who !== 'anyone')
      .map(([method, { 'x-who': who }]) => [`${method.toUpperCase()} ${path}`, who] as const),
  )
  test.each(writes)('%s (%s) by cookie is refused from anywhere else', async (at, who) => {
    const cookie = who === 'customer' ? portal : staff
    for (const headers of foreign()) {
      const { status, code } = await send(app, at, { cookie, ...headers }, {})
      expect({ headers, status, code }).toEqual({ headers, status: 403, code: 'cross_site' })
    }
  })

  test('what no cookie authenticates works from any program, whatever Origin it names', async () => {
    const { password, hardware_code, software_version } = customer
    const body = { username: 'customer', password, hardware_code, software_version }
    for (const headers of [{}, { origin: 'null' }, { origin: 'https://evil.example' }])
      expect((await send(app, 'POST /api/auth/login', headers, body)).status).toBe(200)
  })

  test.each([
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('JSON under the type %j is refused', async (type) => {
    for (const [at, body] of Object.entries(signIns()))
      expect(await send(app, at, { 'content-type': type }, body)).toMatchObject({
        status: 415,
        code: 'unsupported_media_type',
      })
  })
})

test('what another site sends doesn’t count among the tries of who is signed in', async () => {
  const app = await testApp({ env: { LESSOR_RATE_LIMIT_ENABLED: 'true' } })
  try {
    const cookie = await ownerCookie(app)
    const at = 'POST /api/admin/users'
    for (let i = 0; i < limits.write.points + 1; i++)
      expect((await send(app, at, { cookie, origin: 'https://evil.example' }, {})).status).toBe(403)
    expect((await send(app, at, { cookie }, { username: 'customer' })).status).toBe(200)
    for (let i = limits.write.points + 1; i < limits.refused.points; i++)
      await send(app, at, { cookie, origin: 'https://evil.example' }, {})
    expect((await send(app, at, { cookie, origin: 'https://evil.example' }, {})).status).toBe(429)
    expect((await send(app, at, { cookie }, { username: 'another' })).status).toBe(200)
  } finally {
    await app.stop()
  }
})
