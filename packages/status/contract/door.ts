import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asking, unknownId, type Ask, type Edition } from './edition.ts'

interface Given {
  readonly edition: Edition
  readonly anybody: Ask
  readonly operator: Ask
}

const writes = [
  'POST /api/admin/login',
  'POST /api/admin/logout',
  'POST /api/admin/users',
  `POST /api/admin/users/${unknownId}/recharge`,
  `POST /api/admin/users/${unknownId}/reset-token`,
]

const many = Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`f${i}`, 1]))

/** What any caller may send. */
export function doorContract(given: () => Given): void {
  describe('the door', () => {
    const foreign = (): Record<string, string>[] => {
      const { protocol, hostname, port } = new URL(given().edition.url)
      // `wrangler dev` stands in front of the Worker, drops an empty Origin and rewrites one of its own host: that an
      // empty one and another scheme are refused is held by the rule's own table.
      const origins = ['null', 'junk', 'https://evil.example', `${protocol}//${hostname}:${Number(port) + 1}`,
        `${protocol}//${hostname}`] // prettier-ignore
      return [
        ...origins.map((origin) => ({ origin })),
        { referer: 'https://evil.example/page' },
        ...['cross-site', 'same-site'].map((site) => ({ 'sec-fetch-site': site })),
      ]
    }

    test.each(writes)('%s is refused from anywhere but our own pages', async (at) => {
      for (const headers of foreign()) {
        const { status, code } = await given().operator(at, { headers, body: {} })
        expect({ headers, status, code }).toEqual({ headers, status: 403, code: 'cross_site' })
      }
    })

    test('our own pages sign in, and so do programs', async () => {
      const { url, operator: body } = given().edition
      const { origin } = new URL(url)
      for (const headers of [
        {},
        { origin },
        { referer: `${origin}/admin` },
        { origin, 'sec-fetch-site': 'same-origin' },
      ]) {
        const { status } = await given().anybody('POST /api/admin/login', { headers, body })
        expect({ headers, status }).toEqual({ headers, status: 200 })
      }
    })

    test.each(['text/plain', 'application/x-www-form-urlencoded', 'text/json'])(
      'JSON under %s is refused',
      async (type) => {
        const headers = { 'content-type': type }
        for (const at of ['POST /api/admin/login', 'POST /api/admin/users'])
          expect(await given().operator(at, { headers, body: {} })).toMatchObject({
            status: 415,
            code: 'unsupported_media_type',
          })
      },
    )

    test.each(['\ud800', 'a\0b'])('%j is refused at its field, in a value and in a key', async (text) => {
      const create = (body: unknown) => given().operator('POST /api/admin/users', { body })
      expect(await create({ username: 'stored', note: text })).toMatchObject({
        status: 400,
        code: 'validation_failed',
        errors: [{ path: 'note' }],
      })
      expect((await create({ username: 'stored', [text]: 1 })).status).toBe(400)
      expect((await create({ username: 'stored', note: { a: [{ [text]: 1 }] } })).status).toBe(400)
    })

    test('a body of unknown fields alone gets an answer that names the first fifty', async () => {
      const answer = await given().anybody('POST /api/admin/login', { body: many })
      expect(answer.status).toBe(400)
      expect(answer.errors).toHaveLength(50)
    })

    test('whatever JSON a route gets, it answers with less than 64 kB, and without an error of its own', async () => {
      const large = fc.constantFrom<unknown>(many, { ['字'.repeat(10_000)]: 1 }, Array(20_000).fill(1), {
        username: '\u0001'.repeat(10_000),
        days: [{}],
      })
      const odd = fc.oneof(large, fc.jsonValue({ stringUnit: 'binary' }))
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...writes), odd, async (at, body) => {
          // It reads no body, and would sign the others out.
          fc.pre(!at.endsWith('/logout'))
          const { status, text } = await given().operator(at, { body })
          expect({ at, status }).toEqual({ at, status: status < 500 ? status : 'under 500' })
          expect(new TextEncoder().encode(text).length).toBeLessThan(64_000)
        }),
        { numRuns: 100 },
      )
    })

    test('a query of unknown fields alone, too', async () => {
      const query = Array.from({ length: 1_500 }, (_, i) => `q${i}=1`).join('&')
      const answer = await given().operator(`GET /api/admin/users?${query}`)
      expect(answer).toMatchObject({ status: 400, code: 'validation_failed' })
      expect(answer.text.length).toBeLessThan(64_000)
    })

    test('a body that is nested too deeply is refused', async () => {
      const body = Array.from({ length: 2_000 }).reduce<unknown>((inner) => [inner], 1)
      expect(await given().operator('POST /api/admin/users', { body })).toMatchObject({
        status: 400,
        code: 'bad_json',
      })
    })

    test('a body that says no length is refused once it is too long, not at its end', async () => {
      const endless = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new Uint8Array(70_000).fill(32)),
      })
      const headers = { 'content-type': 'application/json' }
      const init = { method: 'POST', headers, body: endless, duplex: 'half' } as RequestInit
      const answer = await fetch(`${given().edition.url}/api/admin/login`, init)
      expect(answer.status).toBe(413)
      await answer.body?.cancel()
    })

    test('the id of a request is ours, whatever a stranger sends', async () => {
      const headers = { 'x-request-id': 'of-a-stranger-1' }
      expect((await asking(given().edition)('GET /api/status/x', { headers })).requestId).not.toBe(
        'of-a-stranger-1',
      )
    })
  })
}
