import fc from 'fast-check'
import { newId } from '@lessor/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApiDocument } from '../../src/openapi.ts'
import { call, issueCodes, ownerCookie, signedIn } from '../calls.ts'
import { testApp, type TestApp } from '../harness.ts'
import { long } from '../long.ts'
import { oddText, valueOf, type Schema } from './arbitraries.ts'

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
}

const document = openApiDocument() as { paths: Record<string, Record<string, Operation>> }
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    at: `${method.toUpperCase()} ${path}`,
    query: (operation.parameters ?? []).filter((one) => one.in === 'query'),
    body: operation.requestBody?.content['application/json'].schema,
  })),
)

let app: TestApp
let cookie: string
let token: string
let ids: string[]
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  const login = await signedIn(app, 'customer')
  token = login.token
  await issueCodes(app, cookie, { count: 3 })
  const { data } = await call(app, 'GET /api/admin/codes', { cookie })
  // Another one than asks: it may be disabled on the way.
  const other = await signedIn(app, 'other')
  ids = [other.user.id, data.items[0].id, newId()]
})
afterAll(() => app.stop())

/** Asks as the owner and as a customer at once; answers the status, and how many bytes of JSON came. */
async function ask(at: string, body?: unknown) {
  const [method = '', path = ''] = at.split(' ')
  const headers = { cookie, authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const sent = method === 'GET' || body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(app.url + path, { method, headers, ...sent })
  const bytes = (await response.arrayBuffer()).byteLength
  const isFile = response.headers.get('content-type')?.startsWith('text/csv') === true
  return { status: response.status, bytes: isFile ? 0 : bytes }
}

const expectBounded = async (at: string, body?: unknown) => {
  const { status, bytes } = await ask(at, body)
  expect({ at, status }).toEqual({ at, status: status < 500 ? status : 'under 500' })
  expect(bytes).toBeLessThan(64_000)
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed())
const numRuns = long ? 1_000 : 25

// They would end the sessions that the others need, and read no field.
const asked = operations.filter(({ at }) => !at.endsWith('/logout'))

describe.each(asked)('$at', ({ at, query, body }) => {
  const place = fc.oneof(
    fc.nat(2).map((i) => ids[i] ?? ''),
    oddText.map(encoded),
  )
  const places = fc.array(place, { minLength: 3, maxLength: 3 })
  const fields = fc.record(Object.fromEntries(query.map(({ name, schema }) => [name, valueOf(schema)])), {
    requiredKeys: [],
  })

  test('whatever its fields hold can be stored or is refused, in an answer of under 64 kB', async () => {
    await fc.assert(
      fc.asyncProperty(
        places,
        fields,
        body ? valueOf(body) : fc.constant(undefined),
        async (filled, asking, sent) => {
          let i = 0
          const path = at.replace(/\{\w+\}/g, () => filled[i++] || 'x')
          const search = Object.entries(asking).map(([name, value]) => `${name}=${encoded(String(value))}`)
          await expectBounded(search.length === 0 ? path : `${path}?${search.join('&')}`, sent)
        },
      ),
      { numRuns },
    )
  }, 600_000)
})

test.each(asked.filter(({ body }) => body))(
  '$at: a body of nothing but unknown fields, long names, or long texts gets an answer of under 64 kB',
  async ({ at }) => {
    const many = Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`f${i}`, 1]))
    for (const sent of [
      many,
      { ['\u0001'.repeat(10_000)]: 1 },
      Array(20_000).fill(1),
      { a: '\u0001'.repeat(10_000) },
    ])
      await expectBounded(at.replace(/\{\w+\}/g, newId()), sent)
  },
)

test.each(asked.filter(({ query }) => query.length > 0))(
  '$at: a query of nothing but unknown fields gets an answer of under 64 kB',
  async ({ at }) => {
    const query = Array.from({ length: 1_500 }, (_, i) => `q${i}=1`).join('&')
    await expectBounded(`${at.replace(/\{\w+\}/g, newId())}?${query}`)
  },
)

const lists = operations.filter(({ query }) => query.some(({ name }) => name === 'cursor'))
const timed = operations.filter(({ query }) =>
  query.some(({ name, schema }) => name === 'from' && schema.format === 'date-time'),
)

test('there are lists, and times to ask them by', () => {
  expect(lists.length).toBeGreaterThan(8)
  expect(timed.length).toBeGreaterThan(3)
})

test.each(lists)('$at: a cursor of any value is the list’s or refused', async ({ at, query }) => {
  const sorts = (query.find(({ name }) => name === 'sort')?.schema.enum ?? ['-created_at']) as string[]
  const times = [
    -8.64e15,
    -62_167_219_200_001,
    -62_135_596_800_001,
    253_402_300_800_000,
    8.64e15,
    8.64e15 + 1,
  ]
  for (const sort of sorts) {
    for (const value of [...times, 2 ** 53, 0.5, 1e308, null, '', '\0', '\ud800', {}, [], true]) {
      const cursor = Buffer.from(JSON.stringify([sort, value, newId()])).toString('base64url')
      await expectBounded(`${at}?cursor=${cursor}&sort=${sort}`)
      await expectBounded(`${at}?cursor=${cursor}`)
    }
  }
})

test.each(timed)('$at: a time that the database doesn’t know is refused', async ({ at: path }) => {
  const at = path.replace(/\{\w+\}/g, ids[0] ?? '')
  for (const time of [
    '0000-01-01T00:00:00Z',
    '0000-12-31T23:59:59+00:00',
    '0001-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59-23:59',
  ])
    for (const name of ['from', 'to']) expect((await ask(`${at}?${name}=${encoded(time)}`)).status).toBe(400)
  const known = [encoded('0001-01-01T00:00:00Z'), encoded('9999-12-31T23:59:59.999Z')]
  expect((await ask(`${at}?from=${known[0]}&to=${known[1]}`)).status).toBe(200)
})

test('the owner and the customer are still signed in: the requests got past the door', async () => {
  expect((await ask('GET /api/admin/me')).status).toBe(200)
  expect((await ask('GET /api/users/me')).status).toBe(200)
})
