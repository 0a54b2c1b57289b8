import { describe, expect, test } from 'vitest'
import { unknownId, type Ask } from './edition.ts'

const day = 86_400

/** A recharge is taken back by a record of its own, once; and a record says what really changed. */
export function undoContract(given: () => { readonly anybody: Ask; readonly operator: Ask }): void {
  const ask: Ask = (at, asked) => given().operator(at, asked)
  const make = async (username: string, days: number) =>
    (await ask('POST /api/admin/users', { body: { username, days } })).data
  const recharge = async (id: string, change_days: number) =>
    (await ask(`POST /api/admin/users/${id}/recharge`, { body: { change_days } })).data
  const undo = (id: string, body: object = {}, headers: Record<string, string> = {}) =>
    ask(`POST /api/admin/recharge-records/${id}/undo`, { body, headers })
  const standing = async (token: string) => (await given().anybody(`GET /api/status/${token}`)).data
  const records = async (id: string) =>
    (await ask(`GET /api/admin/recharge-records?user_id=${id}`)).data.items as { change_days: number }[]

  describe('an undone recharge', () => {
    test('leaves the end where it was, and a record that says so', async () => {
      const { user, token } = await make('undone', 10)
      const { record } = await recharge(user.id, 3650)
      const answer = await undo(record.id, { reason: '输错了', internal_note: 'a typo' })
      expect(answer).toMatchObject({ status: 200, code: 0 })
      expect(answer.data).toMatchObject({
        expire_at: user.expire_at,
        record: {
          change_days: -3650,
          reason: '输错了',
          internal_note: 'a typo',
          expire_before: user.expire_at + 3650 * day,
          expire_after: user.expire_at,
        },
      })
      expect((await standing(token)).expire_at).toBe(user.expire_at)
      expect((await records(user.id)).map(({ change_days }) => change_days)).toEqual([-3650, 3650, 10])
    })

    test('of days that were taken gives back what was taken, to the second', async () => {
      const { user, token } = await make('taken-and-back', 5)
      const { record } = await recharge(user.id, -3650)
      // Five days were there; the rest of the 3650 was never held.
      expect(record.change_days).toBe(-5)
      const { data } = await undo(record.id)
      expect(data.record.change_days).toBe(5)
      expect(Math.abs((await standing(token)).expire_at - user.expire_at)).toBeLessThanOrEqual(5)
    })

    test('is undone once, for any operator and any number of requests', async () => {
      const { user, token } = await make('undone-once', 10)
      const { record } = await recharge(user.id, 30)
      const answers = await Promise.all(Array.from({ length: 10 }, () => undo(record.id)))
      expect(answers.map(({ code }) => code).toSorted()).toEqual([0, ...Array(9).fill('already_undone')])
      expect(answers.find(({ code }) => code !== 0)).toMatchObject({ status: 409, data: null })
      expect((await standing(token)).expire_at).toBe(user.expire_at)
      expect(await records(user.id)).toHaveLength(3)
    })

    test('answers the same each time under one key', async () => {
      const { user } = await make('undone-keyed', 10)
      const { record } = await recharge(user.id, 30)
      const key = { 'idempotency-key': `undo-${record.id}` }
      const first = await undo(record.id, {}, key)
      expect(first.code).toBe(0)
      expect((await undo(record.id, {}, key)).data).toEqual(first.data)
      expect(await undo(record.id, { reason: 'other' }, key)).toMatchObject({ status: 409 })
    })

    test('is no undoing itself, and no unknown one', async () => {
      const { user } = await make('undone-twice', 10)
      const { record } = await recharge(user.id, 30)
      const { data } = await undo(record.id)
      expect(await undo(data.record.id)).toMatchObject({ status: 409, code: 'undo_too_late' })
      expect(await undo(unknownId)).toMatchObject({ status: 404, code: 'not_found' })
    })
  })

  test('taking from who has nothing takes nothing: the record says 0, and the user never sees it', async () => {
    const { user, token } = await make('nothing-to-take', 0)
    const { record } = await recharge(user.id, -3650)
    expect(record).toMatchObject({ change_days: 0, expire_before: null, expire_after: null })
    expect((await records(user.id)).map(({ change_days }) => change_days)).toEqual([0])
    expect((await standing(token)).history).toEqual([])
    expect(await undo(record.id)).toMatchObject({ status: 409, code: 'undo_too_late' })
  })
}
