import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'

const app = await testApp()
const owner = { username: 'owner', password: app.ownerPassword }

/** What doesn't differ from one answer to the next. */
async function answer(path: string, init: RequestInit) {
  const response = await fetch(app.url + path, init)
  const body = (await response.json()) as Record<string, unknown>
  const headers = [...response.headers].filter(([name]) => name !== 'date')
  return {
    status: response.status,
    headers: headers.map(
      ([name, value]) => `${name}: ${value.replace(/(lessor_staff(?:_device)?)=[^;]+/, '$1=…')}`,
    ),
    body: { ...body, requestId: typeof body['requestId'] },
  }
}

const post = (body: string) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body })

test.for([
  ['a cookie', '/api/admin/login', post(JSON.stringify(owner))],
  ['a wrong field', '/api/heartbeat', post('{"session_token":1}')],
  ['broken JSON', '/api/heartbeat', post('{')],
  ['a body that is too long', '/api/heartbeat', post(JSON.stringify({ status: 'x'.repeat(10_000) }))],
  ['no session', '/api/users/me', {}],
  ['a place at the end', '/api/status/not-a-token', {}],
  ['a place that is no id', '/api/admin/accounts/1', {}],
  ['a place in the middle', '/api/admin/users/1/recharge', post('{}')],
  ['the export of a list, beside a place', '/api/admin/accounts/export', {}],
] as const)('the short way and the one through Hono answer the same: %s', async ([, path, init]) => {
  // A question mark takes a request the long way.
  expect(await answer(path, init)).toEqual(await answer(`${path}?`, init))
})

test('a body of unknown length is read too', async () => {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"session_token":"unknown"}'))
      controller.close()
    },
  })
  const init = { ...post(''), body, duplex: 'half' } as RequestInit
  expect(await answer('/api/heartbeat', init)).toMatchObject({
    status: 401,
    body: { code: 'unauthenticated' },
  })
})
