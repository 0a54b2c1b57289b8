import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, ownerCookie, type Loose } from './calls.ts'
import { clientOf } from './faults/databases.ts'
import { testApp, type TestApp } from './harness.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

// In the order of their code points. As UTF-16 units, U+FFFD would come after the emoji and the rare ideographs.
const names = ['10', '9', 'A', 'Z', 'a', 'aB', 'ab', 'b', 'z', 'É', 'Ö', 'é', 'ö', 'Ω', 'я', 'ア', '一', '张三', '李四', '가', '\u{FFFD}', '🎁', '😀', '𠀀'] // prettier-ignore

test('PostgreSQL orders and compares texts by code point, whatever its version', async () => {
  const client = await clientOf(app.databaseUrl)
  const { rows } = await client.query<{ name: string }>(
    'select name from unnest($1::text[]) as n(name) order by name',
    [names.toReversed()],
  )
  expect(rows.map(({ name }) => name)).toEqual(names)
})

test('it knows the letters of all scripts', async () => {
  const client = await clientOf(app.databaseUrl)
  const { rows } = await client.query(
    `select lower('ÀÉÖΩЯ') as lower, upper('àéöωя') as upper, 'ÖZIL' ilike 'özil' as like`,
  )
  expect(rows).toEqual([{ lower: 'àéöωя', upper: 'ÀÉÖΩЯ', like: true }])
})

test('a list in the order of names pages through them by code point', async () => {
  const cookie = await ownerCookie(app)
  // Names that differ only by case are the same name here.
  const wanted = names.filter((name) => name === name.toLowerCase())
  for (const name of wanted.toReversed()) {
    const body = { name, required_vip_level: 0 }
    expect(await call(app, 'POST /api/admin/software', { cookie, body })).toMatchObject({ code: 0 })
  }
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const { data }: Loose = await call(app, `GET /api/admin/software?sort=name&limit=3${after}`, { cookie })
    seen.push(...data.items.map((one: Loose) => one.name))
    cursor = data.next_cursor
  }
  expect(seen).toEqual(wanted)
})
