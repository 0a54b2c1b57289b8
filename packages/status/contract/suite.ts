import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessContract } from './access.ts'
import { doorContract } from './door.ts'
import { linksContract } from './links.ts'
import { listsContract } from './lists.ts'
import { namesContract } from './names.ts'
import { onceContract } from './once.ts'
import { undoContract } from './undo.ts'
import { asking, unknownId, signedIn, type Ask, type Edition } from './edition.ts'

export type { Edition } from './edition.ts'

const day = 86_400
const wellFormed = /^[\w-]{43}$/

/** What both editions promise, over real HTTP. `open` starts one with limits off; `close` ends it. */
export function statusContract(
  name: string,
  open: () => Promise<Edition & { close(): Promise<void> }>,
): void {
  describe(`the Status contract, ${name}`, () => {
    let edition: Awaited<ReturnType<typeof open>>
    let anybody: Ask
    let operator: Ask
    beforeAll(async () => {
      edition = await open()
      anybody = asking(edition)
      operator = await signedIn(edition)
    }, 180_000)
    afterAll(() => edition.close())

    const make = async (username: string, more: object = {}) => {
      const answer = await operator('POST /api/admin/users', { body: { username, ...more } })
      expect(answer).toMatchObject({ status: 200, code: 0, message: 'ok' })
      return answer.data
    }
    const recharge = (id: string, change_days: number, more: object = {}) =>
      operator(`POST /api/admin/users/${id}/recharge`, { body: { change_days, ...more } })
    const standing = async (token: string) => (await anybody(`GET /api/status/${token}`)).data

    describe('users', () => {
      test('a new one has days, and a link that works at once and stands in no list', async () => {
        const { user, token, status_url } = await make('初见', { note: '老客户', days: 30 })
        expect(user).toEqual({
          id: expect.any(String),
          username: '初见',
          days_left: 30,
          expire_at: expect.any(Number),
        })
        expect(token).toMatch(wellFormed)
        expect(status_url).toBe(`${edition.url}/status/${token}`)
        const seen = await standing(token)
        expect(seen).toMatchObject({ username: '初见', days_left: 30, expire_at: user.expire_at })
        expect(Math.abs(seen.server_time + 30 * day - seen.expire_at)).toBeLessThan(60)
        const list = await operator(`GET /api/admin/users?query=${encodeURIComponent('初')}`)
        expect(list.text).not.toContain(token)
      })

      test('one without days holds nothing', async () => {
        const { user, token } = await make('empty-handed')
        expect(user).toMatchObject({ expire_at: null, days_left: 0 })
        expect(await standing(token)).toMatchObject({ expire_at: null, days_left: 0, history: [] })
        expect((await recharge(user.id, -1)).data.expire_at).toBeNull()
        expect(await standing(token)).toMatchObject({ expire_at: null, days_left: 0 })
      })

      test('one is found by its id', async () => {
        const { user } = await make('by-id')
        const { data } = await operator(`GET /api/admin/users?query=${user.id}`)
        expect(data).toMatchObject({ items: [{ id: user.id, username: 'by-id' }], total: 1 })
      })
    })

    describe('recharges', () => {
      test('days are added to the end, and the record has both ends and the operator', async () => {
        const { user } = await make('extended', { days: 10 })
        const answer = await recharge(user.id, 20, { reason: '续费', internal_note: 'paid in cash' })
        expect(answer).toMatchObject({ status: 200, code: 0 })
        expect(answer.data.expire_at).toBe(user.expire_at + 20 * day)
        expect(answer.data.record).toEqual({
          id: expect.any(String),
          user_id: user.id,
          change_days: 20,
          reason: '续费',
          internal_note: 'paid in cash',
          expire_before: user.expire_at,
          expire_after: user.expire_at + 20 * day,
          operator: edition.operator.username,
          created_at: expect.any(Number),
        })
      })

      test('taking back ends at now: no user owes days, and the end stays', async () => {
        const { user, token } = await make('shortened', { days: 5 })
        expect((await recharge(user.id, -2)).data.expire_at).toBe(user.expire_at - 2 * day)
        const { data } = await recharge(user.id, -3650)
        const end = data.record.created_at
        expect(data).toMatchObject({ expire_at: end, record: { expire_after: null } })
        expect(await standing(token)).toMatchObject({ expire_at: end, days_left: 0 })
        const again = await recharge(user.id, -1)
        expect(again.data).toMatchObject({
          expire_at: end,
          record: { expire_before: null, expire_after: null },
        })
        const { data: found } = await operator('GET /api/admin/users?query=shortened')
        expect(found.items).toMatchObject([{ expire_at: end, days_left: 0 }])
        const begun = await recharge(user.id, 3)
        expect(begun.data.record.expire_before).toBeNull()
        expect(await standing(token)).toMatchObject({ days_left: 3 })
      })

      test('100 at once add up exactly, and their records form one chain', async () => {
        const { user, token } = await make('raced', { days: 100 })
        const changes = Array.from({ length: 100 }, (_, i) => (i % 4 === 3 ? -1 : i + 1))
        const answers = await Promise.all(changes.map((days) => recharge(user.id, days)))
        expect(answers.map((answer) => answer.code)).toEqual(Array(100).fill(0))
        const sum = changes.reduce((total, days) => total + days)
        expect((await standing(token)).expire_at).toBe(user.expire_at + sum * day)
        const { data } = await operator(`GET /api/admin/recharge-records?user_id=${user.id}&limit=200`)
        expect(data.items).toHaveLength(101)
        // Each began where one ended, but for the first; each ended where one began, but for the last.
        const all = data.items as { change_days: number; expire_before: number; expire_after: number }[]
        const ends = all.map((record) => record.expire_after).toSorted()
        const begins = all.map((record) => record.expire_before)
        expect([...begins.filter((at) => at !== null), user.expire_at + sum * day].toSorted()).toEqual(ends)
        for (const { change_days, expire_before, expire_after } of all) {
          if (expire_before !== null) expect(expire_after - expire_before).toBe(change_days * day)
        }
      })

      test('an unknown user is not found', async () => {
        expect(await recharge(unknownId, 1)).toMatchObject({ status: 404, code: 'not_found', data: null })
      })

      test('no user gets an end after the year 9999', async () => {
        const { user, token } = await make('eternal', { days: 3650 })
        const before = (await standing(token)).expire_at
        let refused
        for (let i = 0; i < 800 && !refused; i += 50) {
          const answers = await Promise.all(Array.from({ length: 50 }, () => recharge(user.id, 3650)))
          refused = answers.find((answer) => answer.code !== 0)
        }
        expect(refused).toMatchObject({ status: 400, code: 'lease_too_long' })
        const { expire_at } = await standing(token)
        expect(expire_at).toBeLessThan(253_402_300_800)
        expect((expire_at - before) % (3650 * day)).toBe(0)
      })
    })

    describe('links', () => {
      test('of 10 resets at once, one link lives', async () => {
        const { user } = await make('reset-race')
        const answers = await Promise.all(
          Array.from({ length: 10 }, () => operator(`POST /api/admin/users/${user.id}/reset-token`)),
        )
        const seen = await Promise.all(answers.map(({ data }) => anybody(`GET /api/status/${data.token}`)))
        expect(seen.filter(({ status }) => status === 200)).toHaveLength(1)
        expect(seen.filter(({ status }) => status === 404)).toHaveLength(9)
      })

      test('`?t=` shows what the path shows', async () => {
        const { token } = await make('by-query', { days: 2 })
        const [path, query] = await Promise.all([
          anybody(`GET /api/status/${token}`),
          anybody(`GET /api/status?t=${token}`),
        ])
        expect({ ...query.data, server_time: 0 }).toEqual({ ...path.data, server_time: 0 })
      })

      test('every wrong link is the same plain 404', async () => {
        const wrong = [
          'x',
          'a'.repeat(43),
          'a'.repeat(2000),
          '%00',
          '..%2f..',
          "'%20or%201=1--",
          '%F0%9F%92%A9',
        ]
        const at = [...wrong.map((token) => `/api/status/${token}`), '/api/status', '/api/status?t=']
        for (const path of at) {
          const { status, code, message, data, errors } = await anybody(`GET ${path}`)
          expect({ path, status, code, message, data, errors }).toEqual({
            path,
            status: 404,
            code: 'not_found',
            message: '未找到。',
            data: null,
            errors: undefined,
          })
        }
      })

      test('the holder of the link sees reasons, newest first, and nothing internal', async () => {
        const { user, token } = await make('watched', { note: 'a secret note', days: 1 })
        await recharge(user.id, 2, { reason: 'first <b>', internal_note: 'a secret remark' })
        await recharge(user.id, -1, { reason: 'second' })
        const { text, data, headers } = await anybody(`GET /api/status/${token}`)
        expect(data.history.map((one: { reason: string }) => one.reason)).toEqual(['second', 'first <b>', ''])
        expect(Object.keys(data.history[0]).toSorted()).toEqual([
          'change_days',
          'created_at',
          'expire_after',
          'reason',
        ])
        expect(text).not.toMatch(/secret|internal/)
        expect(text).not.toContain(user.id)
        expect(text).not.toContain(edition.operator.username)
        expect(headers.get('cache-control')).toContain('no-store')
        expect(headers.get('referrer-policy')).toBe('no-referrer')
      })
    })

    describe('records', () => {
      test('they are filtered by user, operator and time', async () => {
        const { user } = await make('filtered', { days: 1 })
        await recharge(user.id, 2)
        const count = async (query: string) => {
          const { data } = await operator(`GET /api/admin/recharge-records?user_id=${user.id}&${query}`)
          return data.items.length as number
        }
        const now = Math.floor(((await operator('GET /api/admin/recharge-records?limit=1')).data.items[0].created_at)) // prettier-ignore
        expect(await count('')).toBe(2)
        const { data } = await operator(`GET /api/admin/recharge-records?user_id=${user.id}`)
        expect(data.items).toMatchObject([{ username: 'filtered' }, { username: 'filtered' }])
        expect(await count(`operator=${edition.operator.username}`)).toBe(2)
        expect(await count('operator=somebody-else')).toBe(0)
        expect(await count(`from=${now - 60}&to=${now + 60}`)).toBe(2)
        expect(await count(`from=${now + 60}`)).toBe(0)
        expect(await count(`to=${now - 60}`)).toBe(0)
      })

      test('pages miss and repeat nothing while more are written', async () => {
        const { user } = await make('recorded')
        for (let i = 1; i <= 7; i++) await recharge(user.id, i)
        const days: number[] = []
        for (let cursor: string | null = ''; cursor !== null;) {
          const at: string = `GET /api/admin/recharge-records?user_id=${user.id}&limit=2&cursor=${cursor}`
          const { data } = await operator(at)
          days.push(...data.items.map((one: { change_days: number }) => one.change_days))
          cursor = data.next_cursor
          await recharge(user.id, 100)
        }
        expect(days).toEqual([7, 6, 5, 4, 3, 2, 1])
      })
    })

    test("today's figures move with what is done, and the series ends with them", async () => {
      const before = (await operator('GET /api/admin/dashboard/today')).data
      const { user } = await make('counted', { days: 2 })
      await recharge(user.id, 3)
      await recharge(user.id, -1)
      const { data } = await operator('GET /api/admin/dashboard/today')
      const moved = (key: string) => data[key] - before[key]
      expect(['recharges', 'days_added', 'new_users', 'active_users', 'expiring_3d', 'expiring_7d'].map(moved)).toEqual(
        [3, 5, 1, 1, 0, 1],
      ) // prettier-ignore
      expect(data.series).toHaveLength(30)
      expect(data.series.at(-1)).toEqual({
        day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        recharges: data.recharges,
        days_added: data.days_added,
        new_users: data.new_users,
        active_users: data.active_users,
      })
    })

    namesContract(() => ({ anybody, operator }))
    linksContract(() => ({ edition, anybody, operator }))
    listsContract(() => ({ operator }))
    onceContract(() => ({ edition, anybody, operator }))
    undoContract(() => ({ anybody, operator }))
    accessContract(() => ({ edition, anybody, operator }))
    doorContract(() => ({ edition, anybody, operator }))
  })
}
