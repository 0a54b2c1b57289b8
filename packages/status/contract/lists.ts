import { beforeAll, describe, expect, test } from 'vitest'
import type { Ask } from './edition.ts'

interface User {
  readonly id: string
  readonly username: string
  readonly expire_at: number | null
  readonly created_at: number
}

const sorts = ['username', 'created_at', 'expire_at'].flatMap((name) => [name, `-${name}`])
/** Ends that are equal, over, and absent; not in the order of the names, which is not that of their making. */
const people = [
  ['e', 20],
  ['b', 0],
  ['g', 5],
  ['a', 20],
  ['d', 0],
  ['f', 3],
  ['c', 1],
  ['h', 0],
] as const

/** Lists in every order that they have, page by page and as files. */
export function listsContract(given: () => { readonly operator: Ask }): void {
  const ask: Ask = (at, asked) => given().operator(at, asked)
  const make = async (username: string, days: number) => {
    const { data } = await ask('POST /api/admin/users', { body: { username, days } })
    return data.user.id as string
  }
  const walk = async (path: string, query: string, between?: () => Promise<unknown>) => {
    const items = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { data } = await ask(`GET ${path}?limit=3&${query}&cursor=${encodeURIComponent(cursor)}`)
      items.push(...data.items)
      if (cursor === '') await between?.()
      cursor = data.next_cursor
    }
    return items
  }
  const linesOf = (file: string) => file.replace('\ufeff', '').trimEnd().split('\r\n')

  describe('users in order', () => {
    beforeAll(async () => {
      for (const [name, days] of people) await make(`sorted-${name}`, days)
      const { data } = await ask('GET /api/admin/users?query=sorted-f')
      const body = { change_days: -3650 }
      await ask(`POST /api/admin/users/${data.items[0].id}/recharge`, { body })
    })

    test.each(sorts)('by %s, every one is on exactly one page', async (sort) => {
      const users: User[] = await walk('/api/admin/users', `query=sorted-&sort=${sort}`)
      expect(users.map(({ username }) => username).toSorted()).toEqual(people.map(([name]) => `sorted-${name}`).toSorted()) // prettier-ignore
      const values = users.map((user) => user[sort.replace('-', '') as keyof User] ?? -1)
      if (sort.startsWith('-')) values.reverse()
      expect(values).toEqual(values.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0)))
    })

    test.each(sorts)('by %s, all of them are as many as are counted', async (sort) => {
      const { data } = await ask(`GET /api/admin/users?limit=200&sort=${sort}`)
      const users: User[] = await walk('/api/admin/users', `sort=${sort}`)
      expect(users.map(({ id }) => id)).toEqual(data.items.map((user: User) => user.id))
      expect(new Set(users.map(({ id }) => id)).size).toBe(data.total)
    })

    test('who never had time is before all others, and after them the other way round', async () => {
      const names = async (sort: string) =>
        (await walk('/api/admin/users', `query=sorted-&sort=${sort}`)).map((user: User) =>
          user.username.at(-1),
        )
      const rising = await names('expire_at')
      expect(rising.slice(0, 3).toSorted()).toEqual(['b', 'd', 'h'])
      expect(rising.slice(3, 6)).toEqual(['f', 'c', 'g'])
      expect(await names('-expire_at')).toEqual(rising.toReversed())
    })

    test('without a sort the newest come first, under `-created_at` the same', async () => {
      const { data } = await ask('GET /api/admin/users?query=sorted-')
      const names = data.items.map((user: User) => user.username)
      expect(names).toEqual(people.map(([name]) => `sorted-${name}`).toReversed())
      expect((await ask('GET /api/admin/users?query=sorted-&sort=-created_at')).data).toEqual(data)
    })

    test.each(sorts)(
      'by %s, a user added meanwhile makes no other appear twice or not at all',
      async (sort) => {
        const before: User[] = await walk('/api/admin/users', `query=sorted-&sort=${sort}`)
        const come = async () => {
          for (const [name, days] of [['0', 0], ['e1', 4], ['z', 30]] as const) await make(`sorted-${name}${sort}`, days) // prettier-ignore
        }
        const seen = (await walk('/api/admin/users', `query=sorted-&sort=${sort}`, come)).map(({ id }) => id)
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.filter((id) => before.some((user) => user.id === id))).toEqual(before.map(({ id }) => id))
      },
    )

    test('a cursor belongs to one sort', async () => {
      const { data } = await ask('GET /api/admin/users?query=sorted-&limit=1&sort=username')
      for (const sort of ['-username', 'expire_at', 'created_at']) {
        const answer = await ask(`GET /api/admin/users?sort=${sort}&cursor=${data.next_cursor}`)
        expect(answer).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ path: 'cursor' }] })
      }
    })

    test('the CSV file has them all in the requested order, no secret and no formula', async () => {
      const { data } = await ask('POST /api/admin/users', {
        body: { username: 'filed-1', days: 2, note: '=1+1' },
      })
      await make('filed-2', 0)
      const answer = await ask('GET /api/admin/users/export?query=filed-&sort=-username')
      expect(answer.headers.get('content-type')).toMatch(/^text\/csv/)
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="users.csv"')
      expect(answer.text).not.toContain(data.token)
      const [header, second, first, ...rest] = linesOf(answer.text)
      expect(header).toBe('id,username,note,expire_at,days_left,created_at')
      expect(second).toMatch(/^[\w-]{36},filed-2,,,0,[\d-]{10}T/)
      const { id, expire_at } = data.user
      const [, name, note, end, left] = first?.split(',') ?? []
      expect({ id: first?.split(',')[0], name, note, left }).toEqual({ id, name: 'filed-1', note: "'=1+1", left: '2' }) // prettier-ignore
      expect(Math.floor(Date.parse(end ?? '') / 1000)).toBe(expire_at)
      expect(rest).toEqual([])
    })
  })

  describe('records in order', () => {
    let id: string
    beforeAll(async () => {
      id = await make('recorded-in-order', 0)
      for (let days = 1; days <= 7; days++)
        await ask(`POST /api/admin/users/${id}/recharge`, { body: { change_days: days } })
    })
    const daysOf = (records: { change_days: number }[]) => records.map((record) => record.change_days)

    test('by time, either way, every one is on exactly one page', async () => {
      const path = '/api/admin/recharge-records'
      const usual = daysOf(await walk(path, `user_id=${id}`))
      expect(usual).toEqual([7, 6, 5, 4, 3, 2, 1])
      expect(daysOf(await walk(path, `user_id=${id}&sort=-created_at`))).toEqual(usual)
      expect(daysOf(await walk(path, `user_id=${id}&sort=created_at`))).toEqual(usual.toReversed())
    })

    test('the CSV file has them all in the requested order, names the users, and runs no formula', async () => {
      const body = { change_days: -2, reason: '=1+1', internal_note: 'a "quoted", one\nand more' }
      await ask(`POST /api/admin/users/${id}/recharge`, { body })
      const { text, headers } = await ask(`GET /api/admin/recharge-records/export?user_id=${id}`)
      expect(headers.get('content-type')).toMatch(/^text\/csv/)
      expect(headers.get('content-disposition')).toBe('attachment; filename="recharge-records.csv"')
      const lines = linesOf(text)
      expect(lines[0]).toBe(
        'id,user_id,change_days,reason,internal_note,expire_before,expire_after,operator,created_at,username',
      )
      expect(lines).toHaveLength(9)
      expect(lines[1]).toContain(`,${id},-2,'=1+1,"a ""quoted"", one\nand more",`)
      expect(lines.slice(1).every((line) => line.endsWith(',recorded-in-order'))).toBe(true)
      const shown = await ask(`GET /api/admin/recharge-records/export?user_id=${id}&language=zh`)
      expect(shown.text).toMatch(
        /^\ufeff?编号,用户编号,增减天数,原因,内部备注,变动前到期,变动后到期,操作人,创建时间,用户名\r\n/,
      )
      expect(shown.text).not.toMatch(/,\d{4}-\d\d-\d\dT/)
      const rising = await ask(`GET /api/admin/recharge-records/export?user_id=${id}&sort=created_at`)
      expect(linesOf(rising.text).slice(1)).toEqual(lines.slice(1).toReversed())
    })
  })
}
