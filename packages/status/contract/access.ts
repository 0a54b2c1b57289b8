import { describe, expect, test } from 'vitest'
import { asking, unknownId, signedIn, type Ask, type Edition } from './edition.ts'

interface Given {
  readonly edition: Edition
  readonly anybody: Ask
  readonly operator: Ask
}

/** Who may ask what, and what is refused before it is looked at. */
export function accessContract(given: () => Given): void {
  describe('who asks what', () => {
    const admin = [
      'GET /api/admin/users',
      'GET /api/admin/users/export',
      'POST /api/admin/users',
      `POST /api/admin/users/${unknownId}/recharge`,
      `POST /api/admin/users/${unknownId}/reset-token`,
      `POST /api/admin/users/${unknownId}/reveal-link`,
      `PATCH /api/admin/users/${unknownId}`,
      'GET /api/admin/recharge-records',
      'GET /api/admin/recharge-records/export',
      'GET /api/admin/dashboard/today',
    ]
    test.each(admin)('%s is refused without a session', async (at) => {
      const asked = !at.startsWith('GET') ? { body: {} } : {}
      expect(await given().anybody(at, asked)).toMatchObject({
        status: 401,
        code: 'unauthenticated',
        data: null,
      })
      const madeUp = asking(given().edition, 'lessor_staff=x.y.z; lessor_edge=x.y.z')
      expect((await madeUp(at, asked)).status).toBe(401)
    })

    test('a wrong name and a wrong password get the same answer', async () => {
      const { username, password } = given().edition.operator
      const tries = [{ username: 'nobody', password }, { username, password: 'a wrong password' }] // prettier-ignore
      const answers = await Promise.all(
        tries.map(async (body) => {
          const { status, code, message } = await given().anybody('POST /api/admin/login', { body })
          return { status, code, message }
        }),
      )
      expect(answers[0]).toMatchObject({ status: 401, code: 'invalid_credentials' })
      expect(answers[1]).toEqual(answers[0])
    })

    test('a signed-in operator gets their identity, with the permissions of the pages', async () => {
      const { data } = await given().operator('GET /api/admin/me')
      expect(data.username).toBe(given().edition.operator.username)
      expect(data.permissions).toEqual(
        expect.arrayContaining([
          'status.read',
          'status.write',
          'status.recharge',
          'status.reveal',
          'audit.read',
        ]),
      )
      expect((await given().anybody('GET /api/admin/me')).status).toBe(401)
    })

    test('a write from another site is refused', async () => {
      const headers = { origin: 'https://evil.example' }
      const answer = await given().operator('POST /api/admin/users', {
        headers,
        body: { username: 'forged' },
      })
      expect(answer).toMatchObject({ status: 403, code: 'cross_site' })
    })

    test('who signed out is out, and the cookie was never for scripts', async () => {
      const signIn = await given().anybody('POST /api/admin/login', { body: given().edition.operator })
      expect(signIn.headers.getSetCookie().join()).toMatch(/HttpOnly/i)
      expect(signIn.headers.getSetCookie().join()).toMatch(/SameSite=(Lax|Strict)/i)
      const once = await signedIn(given().edition)
      const out = await once('POST /api/admin/logout')
      expect(out.status).toBe(200)
      expect(out.headers.getSetCookie().join()).toMatch(/Max-Age=0/i)
    })

    test.each([
      ['POST /api/admin/users', {}, 'username'],
      ['POST /api/admin/users', { username: 'a\nb' }, 'username'],
      ['POST /api/admin/users', { username: 'fine', days: -1 }, 'days'],
      ['POST /api/admin/users', { username: 'fine', days: 3651 }, 'days'],
      ['POST /api/admin/users', { username: 'fine', note: 'n'.repeat(2001) }, 'note'],
      ['POST /api/admin/users', { username: 'fine', expire_at: 1 }, 'expire_at'],
      [`POST /api/admin/users/${unknownId}/recharge`, { change_days: 0 }, 'change_days'],
      [`POST /api/admin/users/${unknownId}/recharge`, { change_days: 1.5 }, 'change_days'],
      [`POST /api/admin/users/${unknownId}/recharge`, { change_days: '1' }, 'change_days'],
      [`POST /api/admin/users/${unknownId}/recharge`, { change_days: 3651 }, 'change_days'],
      [`POST /api/admin/users/${unknownId}/recharge`, { change_days: -3651 }, 'change_days'],
      [`POST /api/admin/users/1/recharge`, { change_days: 1 }, 'id'],
      ['GET /api/admin/users?limit=0', undefined, 'limit'],
      ['GET /api/admin/users?limit=201', undefined, 'limit'],
      ['GET /api/admin/users?state=late', undefined, 'state'],
      [`PATCH /api/admin/users/${unknownId}`, { note: 'n'.repeat(2001) }, 'note'],
      [`PATCH /api/admin/users/${unknownId}`, { days: 1 }, 'days'],
      ['GET /api/admin/users?cursor=nonsense', undefined, 'cursor'],
      ['GET /api/admin/users?sort=note', undefined, 'sort'],
      ['GET /api/admin/users?sort=', undefined, 'sort'],
      ['GET /api/admin/users?sort=--username', undefined, 'sort'],
      ['GET /api/admin/users?sort=constructor', undefined, 'sort'],
      ['GET /api/admin/users/export?limit=3', undefined, 'limit'],
      ['GET /api/admin/users/export?sort=token_hash', undefined, 'sort'],
      ['GET /api/admin/recharge-records?sort=change_days', undefined, 'sort'],
      ['GET /api/admin/recharge-records?cursor=nonsense', undefined, 'cursor'],
      ['GET /api/admin/recharge-records?from=yesterday', undefined, 'from'],
      ['GET /api/admin/recharge-records?what=else', undefined, 'what'],
    ])('%s %j is refused at %s', async (at, body, path) => {
      const answer = await given().operator(at, body === undefined ? {} : { body })
      expect(answer).toMatchObject({ status: 400, code: 'validation_failed', data: null })
      expect(answer.errors?.map((error) => error.path)).toContain(path)
    })

    test.each([
      ['DELETE /api/admin/users', 'GET, POST'],
      [`GET /api/admin/users/${unknownId}/recharge`, 'POST'],
      ['POST /api/status/x', 'GET'],
      ['GET /api/admin/login', 'POST'],
    ])('%s answers with the allowed methods', async (at, methods) => {
      const { status, code, headers } = await given().operator(at)
      expect({ status, code }).toEqual({ status: 405, code: 'method_not_allowed' })
      expect(headers.get('allow')?.split(', ').toSorted().join(', ')).toBe(methods)
    })

    test('refusals are Chinese, and English on request', async () => {
      const say = async (language: string) =>
        (await given().anybody('GET /api/status/x', { headers: { 'accept-language': language } })).message
      expect([await say('zh-CN,zh;q=0.9'), await say('en-GB,en;q=0.9')]).toEqual(['未找到。', 'Not found.'])
    })
  })
}
