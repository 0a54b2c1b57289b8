import { describe, expect, test } from 'vitest'
import { unknownId, type Ask } from './edition.ts'

interface Given {
  readonly anybody: Ask
  readonly operator: Ask
}

/** Names are what operators write, and users are found by any part of name or note. */
export function namesContract(given: () => Given): void {
  const ask: Ask = (at, asked) => given().operator(at, asked)
  const make = async (username: string, note = '') => {
    const answer = await ask('POST /api/admin/users', { body: { username, note } })
    expect(answer).toMatchObject({ status: 200, code: 0 })
    return answer.data
  }
  const find = async (query: string, more = '') =>
    (await ask(`GET /api/admin/users?query=${encodeURIComponent(query)}${more}`)).data
  const found = async (query: string) =>
    (await find(query)).items.map((user: { username: string }) => user.username)

  describe('a name', () => {
    test.each(['李阿姨（微信 138）', 'Mrs. Li [2nd floor] <b>', '🙂', '汉'.repeat(64), '=1+1', "O'Neil; --"])(
      'may be %s, and is shown as it was written',
      async (name) => {
        const { user, token } = await make(`  ${name} `)
        expect(user.username).toBe(name)
        expect((await given().anybody(`GET /api/status/${token}`)).data.username).toBe(name)
        expect((await find(user.id)).items).toMatchObject([{ username: name }])
      },
    )

    test.each([
      '',
      '  ',
      'two\nlines',
      'two\u2028lines',
      '汉'.repeat(65),
      '\u3164\u3164',
      '\u200b',
      '\u2800',
      'Li \u202eimdA',
      '\u2066Li\u2069',
    ])('may not be %j', async (username) => {
      const refused = { status: 400, code: 'validation_failed', errors: [{ path: 'username' }] }
      expect(await ask('POST /api/admin/users', { body: { username } })).toMatchObject(refused)
      const { user } = await make('to-be-renamed')
      const change = { body: { username } }
      expect(await ask(`PATCH /api/admin/users/${user.id}`, change)).toMatchObject(refused)
    })

    test('may be that of several users, whom `name` finds whatever case and width', async () => {
      const made = [await make('Two of（A）', 'first'), await make('ｔＷＯ oF(a)', 'second')]
      await make('Two of (A)')
      const { data } = await ask(`GET /api/admin/users?name=${encodeURIComponent('TWO OF（a）')}`)
      expect(data.total).toBe(2)
      expect(data.items.map((user: { note: string }) => user.note)).toEqual(['second', 'first'])
      for (const { user, token } of made) {
        expect((await given().anybody(`GET /api/status/${token}`)).data.username).toBe(user.username)
      }
    })

    test.each(['username', '-username'])(
      'of any signs is followed by the rest of the list by %s',
      async (sort) => {
        // NFKC makes 33 bytes of each: no sign has a longer key.
        const longest = '\ufdfa'.repeat(64)
        for (let i = 0; i < 2; i++) await make(longest)
        const at = `GET /api/admin/users?name=${encodeURIComponent(longest)}&sort=${sort}&limit=1`
        const first = await ask(at)
        const next = await ask(`${at}&cursor=${first.data.next_cursor}`)
        expect(next).toMatchObject({ status: 200, data: { items: [{ username: longest }] } })
        expect(next.data.items[0].id).not.toBe(first.data.items[0].id)
      },
    )

    test('and the note are changed in place, each alone; the search follows, the log has both', async () => {
      const { user } = await make('Before-change', 'old remark')
      const change = (body: object) => ask(`PATCH /api/admin/users/${user.id}`, { body })
      expect((await change({ note: 'new remark' })).data).toMatchObject({
        id: user.id,
        username: 'Before-change',
        note: 'new remark',
      })
      expect((await change({ username: 'After（change）' })).data).toMatchObject({
        username: 'After（change）',
        note: 'new remark',
      })
      expect(await found('old remark')).toEqual([])
      expect(await found('fore-ch')).toEqual([])
      expect(await found('W REM')).toEqual(['After（change）'])
      expect(await found('(change')).toEqual(['After（change）'])
      const { data } = await ask(
        `GET /api/admin/logs/audit?action=status.user_changed&subject_id=${user.id}&sort=at`,
      )
      expect(data.items).toMatchObject([
        { before: { note: 'old remark' }, after: { note: 'new remark', username: 'Before-change' } },
        { before: { username: 'Before-change' }, after: { username: 'After（change）' } },
      ])
      expect(await ask(`PATCH /api/admin/users/${unknownId}`, { body: { note: 'x' } })).toMatchObject({ status: 404 }) // prettier-ignore
    })
  })

  describe('users are found', () => {
    test('by any part of name or note from two signs on, whatever case and width', async () => {
      await make('王小明二号', '微信 Wx-Zhang，回头客户')
      for (const part of [
        '小明二',
        '王小明二号',
        '明二',
        'wx-zh',
        'WX-ZHANG，回',
        'ｗｘ－',
        '信 w',
        '头客',
      ]) {
        expect({ part, names: await found(part) }).toEqual({ part, names: ['王小明二号'] })
      }
      // Both pairs are there, and not beside each other; nor does a name go on in the note.
      expect(await found('小明号')).toEqual([])
      expect(await found('号微信')).toEqual([])
    })

    test('by one Han sign anywhere; by one other sign where it begins a name', async () => {
      await make('quiet 鑫 one', 'remark 垚')
      expect(await found('鑫')).toEqual(['quiet 鑫 one'])
      expect(await found('垚')).toEqual(['quiet 鑫 one'])
      await make('ÿ-beginning')
      expect(await found('Ÿ')).toEqual(['ÿ-beginning'])
    })

    test('for what they have in common, in pages that miss and repeat no one', async () => {
      for (let i = 0; i < 7; i++) await make(`in-paged-${i}`, `#${i}`)
      const names: string[] = []
      let cursor: string | null = ''
      let rounds = 0
      for (; cursor !== null && rounds < 9; rounds++) {
        const data = await find('N-PAGED-', `&limit=3&cursor=${cursor}`)
        expect(data.total).toBe(7)
        names.push(...data.items.map((user: { username: string }) => user.username))
        cursor = data.next_cursor
        // Somebody new in between is no reason to see anybody twice.
        if (rounds === 0) await make('page-turner')
      }
      expect(names).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `in-paged-${i}`))
      expect(rounds).toBe(3)
    })

    test.each([
      ['100% of_it', ['0% of', '_it', '%']],
      ['it\'s \\ "quoted"', ["t's", '\\ "q', '""']],
    ])('by %s letter for letter: nothing is a pattern', async (name, [within = '', end = '', none = '']) => {
      await make(`odd ${name}`)
      expect(await found(within)).toEqual([`odd ${name}`])
      expect(await found(end)).toEqual([`odd ${name}`])
      expect(await found(none)).toEqual([])
    })

    test.each(['_', "'", '"', '\\', '%%', 'a%00b', '汉字'.repeat(50), 'AND x', 'NOT x', '"a" OR "b"', 'a*'])(
      'by %s not at all, where none has it',
      async (text) => {
        const { status, data } = await ask(`GET /api/admin/users?query=${encodeURIComponent(text)}`)
        expect(status).toBe(200)
        expect(data).toEqual({ items: [], next_cursor: null, total: 0 })
      },
    )

    test('by how their time stands, as Today counts them', async () => {
      const stand: [string, number][] = [['two', 2], ['three', 3], ['five', 5], ['ten', 10], ['none', 0], ['over', 5]] // prettier-ignore
      for (const [name, days] of stand) {
        const { data } = await ask('POST /api/admin/users', { body: { username: `stands-${name}`, days } })
        const back = { body: { change_days: -9 } }
        if (name === 'over') await ask(`POST /api/admin/users/${data.user.id}/recharge`, back)
      }
      const standing = async (state: string, sort: string) =>
        (await find('stands-', `&state=${state}&sort=${sort}`)).items
          .map((user: { username: string }) => user.username.slice(7))
          .toSorted()
      for (const sort of ['-created_at', 'expire_at', '-expire_at']) {
        expect(await standing('active', sort)).toEqual(['five', 'ten', 'three', 'two'])
        expect(await standing('within_3d', sort)).toEqual(['three', 'two'])
        expect(await standing('within_7d', sort)).toEqual(['five', 'three', 'two'])
        expect(await standing('expired', sort)).toEqual(['over'])
        expect(await standing('never', sort)).toEqual(['none'])
      }
      const { data: today } = await ask('GET /api/admin/dashboard/today')
      const total = async (state: string) =>
        (await ask(`GET /api/admin/users?limit=1&state=${state}`)).data.total
      expect(await total('active')).toBe(today.active_users)
      expect(await total('within_3d')).toBe(today.expiring_3d)
      expect(await total('within_7d')).toBe(today.expiring_7d)
      const file = (await ask('GET /api/admin/users/export?query=stands-&state=expired')).text
      expect(file.trimEnd().split('\r\n')).toHaveLength(2)
    })
  })
}
