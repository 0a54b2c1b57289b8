import { describe, expect, test } from 'vitest'
import type { Ask, Edition } from './edition.ts'

const day = 86_400

interface Given {
  readonly edition: Edition
  readonly anybody: Ask
  readonly operator: Ask
}

/** Whatever moves time takes an Idempotency-Key: a repeated request happens once. */
export function onceContract(given: () => Given): void {
  const ask: Ask = (at, asked) => given().operator(at, asked)
  const create = (key: string, body: object) =>
    ask('POST /api/admin/users', { headers: { 'idempotency-key': key }, body })
  const recharge = (id: string, key: string, change_days: number) =>
    ask(`POST /api/admin/users/${id}/recharge`, {
      headers: { 'idempotency-key': key },
      body: { change_days },
    })
  const keyOf = (name: string) => `key-of-${name}-${Math.random()}`
  const standing = async (token: string) => (await given().anybody(`GET /api/status/${token}`)).data
  const reused = { status: 409, code: 'idempotency_key_reused', data: null }

  describe('an Idempotency-Key', () => {
    test('adds days once, and never for another request', async () => {
      const { data: made } = await ask('POST /api/admin/users', { body: { username: 'repeated', days: 1 } })
      const { id, expire_at } = made.user
      const key = keyOf('repeated')
      const answers = await Promise.all(Array.from({ length: 10 }, () => recharge(id, key, 9)))
      expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
      expect(answers[0]?.data.expire_at).toBe(expire_at + 9 * day)
      expect(await recharge(id, key, 8)).toMatchObject(reused)
      expect((await recharge(id, keyOf('repeated'), 1)).data.expire_at).toBe(expire_at + 10 * day)
    })

    test('makes one user of ten requests at once, and answers each with the one link that works', async () => {
      const key = keyOf('made-once')
      const body = { username: 'made-once', days: 30, note: 'lost answer' }
      const answers = await Promise.all(Array.from({ length: 10 }, () => create(key, body)))
      expect(answers.map(({ code }) => code)).toEqual(Array(10).fill(0))
      expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
      const { user, token } = answers[0]!.data
      expect(await standing(token)).toMatchObject({ username: 'made-once', days_left: 30, history: [{ change_days: 30 }] }) // prettier-ignore
      const { data } = await ask(`GET /api/admin/recharge-records?user_id=${user.id}`)
      expect(data.items).toHaveLength(1)
    })

    test('repeats its answer, whatever has happened since', async () => {
      const key = keyOf('same-again')
      const body = { username: 'same-again', days: 3 }
      const { data } = await create(key, body)
      await recharge(data.user.id, keyOf('more'), 100)
      expect((await create(key, body)).data).toEqual(data)
      await ask(`POST /api/admin/users/${data.user.id}/reset-token`)
      expect((await create(key, body)).data).toEqual(data)
      // The link is dead for all that.
      expect((await given().anybody(`GET /api/status/${data.token}`)).status).toBe(404)
    })

    test('makes no user for another request; another key makes another of the same name', async () => {
      const key = keyOf('of-one')
      const body = { username: 'of-one', days: 1 }
      await create(key, body)
      for (const other of [{ ...body, days: 2 }, { ...body, username: 'of-two' }, { username: 'of-one' }]) {
        expect(await create(key, other)).toMatchObject(reused)
      }
      expect((await create(keyOf('another'), body)).code).toBe(0)
      expect((await ask('GET /api/admin/users?name=of-one')).data.total).toBe(2)
      const { data } = await ask('GET /api/admin/users?query=of-two')
      expect(data.items).toEqual([])
    })

    test('is free again after a refusal', async () => {
      const key = keyOf('refused')
      expect((await create(key, { username: '', days: 1 })).code).toBe('validation_failed')
      expect(await create(key, { username: 'not-refused', days: 1 })).toMatchObject({ status: 200, code: 0 })
    })

    test.each([0, 5])('is of one request only, whichever it is of (%i days)', async (days) => {
      const [first, second] = [keyOf('recharged'), keyOf('created')]
      const body = { username: `both-${days}`, days }
      const { data } = await create(second, body)
      expect(await recharge(data.user.id, second, 5)).toMatchObject(reused)
      expect((await recharge(data.user.id, first, 5)).code).toBe(0)
      expect(await create(first, { username: `never-${days}`, days })).toMatchObject(reused)
      const { data: found } = await ask(`GET /api/admin/users?query=never-${days}`)
      expect(found.total).toBe(0)
      expect((await standing(data.token)).days_left).toBe(days + 5)
    })

    test.each(['short', 'with a space in it', 'x'.repeat(201)])('%j is none', async (key) => {
      const answer = await create(key, { username: 'ill-keyed', days: 1 })
      expect(answer).toMatchObject({ status: 400, code: 'idempotency_key_invalid' })
    })
  })
}
