import { newId } from '@lessor/kit'
import { beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie } from '../../../../test/calls.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { fillSearch } from './fill-search.ts'
import { matching } from './search/queries.ts'
import { account } from './table.ts'
import { anAccount } from './testing.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  return () => app.stop()
})

const system = () => app.command({ kind: 'system', name: 'test' })
const found = async (query: string) => {
  const at = `GET /api/admin/accounts?query=${encodeURIComponent(query)}`
  const { data } = await call(app, at, { cookie })
  return data.items.map((account: { username: string }) => account.username)
}
const run = (sql: string, values: unknown[] = []) => app.services.db.query(sql, values)

/** What the version before writes, which knows nothing of display names or search. */
const insertAsBefore = async (username: string, note = '') => {
  const id = newId()
  await run(
    `insert into accounts_account (id, username, username_key, password_hash, email, email_key, note, created_at)
     values ($1, $2, $3, null, null, null, $4, now())`,
    [id, username, username.toLowerCase(), note],
  )
  return id
}

test('accounts are found by any part of both names, address and note', async () => {
  const account = { username: 'Zhang.Wei', displayName: '张阿姨（二楼）', email: 'Old.Friend@example.org', note: '从微信来' } // prettier-ignore
  await anAccount(system(), account)
  for (const part of ['ang.w', '阿姨（', '阿姨(二', 'D.FRIEND@', '微信', '楼']) {
    expect({ part, names: await found(part) }).toEqual({ part, names: ['Zhang.Wei'] })
  }
  expect(await found('wei张')).toEqual([])
})

test('a part is looked up in the index of pairs', async () => {
  const { db } = app.services
  const { sql, params } = db.orm.select({ id: account.id }).from(account).where(matching('nobody')).toSQL()
  const client = await db.pool.connect()
  await client.query('begin; set local enable_seqscan = off; set local enable_indexscan = off')
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, params)
  await client.query('rollback')
  client.release()
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toMatch(/Bitmap Index Scan on accounts_search_pairs[^]*Index Cond: \(pairs @>/)
})

test('what many accounts have is listed and counted as what few have', async () => {
  await run(
    `insert into accounts_account (id, username, username_key, created_at)
     select gen_random_uuid(), name, name, now() + n * interval '1 ms'
     from generate_series(1, 10001) n, lateral (select 'crowd-' || n || case when n % 5000 = 7 then '-rare' else '' end as name) named`,
  )
  const users = async (query: string, sort: string) => {
    const { data } = await call(app, `GET /api/admin/users?query=${query}&limit=2&sort=${sort}`, { cookie })
    return [data.total, data.items.map((user: { username: string }) => user.username)]
  }
  expect(await users('crowd-', '-created_at')).toEqual([10_001, ['crowd-10001', 'crowd-10000']])
  expect(await users('-rare', '-created_at')).toEqual([2, ['crowd-5007-rare', 'crowd-7-rare']])
  // crowd-1000, crowd-10000 and crowd-10001.
  for (const [query, total] of [
    ['crowd-', 10_001],
    ['crowd-1000', 3],
    ['wd-1-', 0],
  ] as const)
    for (const more of ['', '&state=never'])
      expect([query, (await users(query, `-expire_at${more}`))[0]]).toEqual([query, total])
})

describe('a process of the version before', () => {
  test('makes and changes accounts that the search finds', async () => {
    const id = await insertAsBefore('Made-Before', 'von früher')
    expect(await found('de-bef')).toEqual(['Made-Before'])
    await run('update accounts_account set note = $2 where id = $1', [id, 'umgezogen'])
    expect(await found('FRÜH')).toEqual([])
    expect(await found('gezo')).toEqual(['Made-Before'])
  })

  test('replaces a link without leaving the token of the one before', async () => {
    const made = await call(app, 'POST /api/admin/users', { cookie, body: { username: 'both（versions）' } })
    const { id } = made.data.user
    await run(
      `insert into status_link (account_id, token_hash, created_at) values ($1, $2, now())
       on conflict (account_id) do update set token_hash = $2, created_at = now()`,
      [id, Buffer.alloc(32, 7)],
    )
    const listed = await call(app, `GET /api/admin/users?query=${id}`, { cookie })
    expect(listed.data.items).toMatchObject([{ link: 'replace_only' }])
    const shown = await call(app, `POST /api/admin/users/${id}/reveal-link`, { cookie })
    expect(shown).toMatchObject({ status: 409, code: 'link_not_kept' })
  })
})

test('accounts made before the search index are filled in, in batches, and no newer text is lost', async () => {
  const ids = []
  for (let i = 0; i < 1_203; i++) ids.push(await insertAsBefore(`filled-${i}`, `remark ${i}`))
  await run('delete from accounts_search where account_id = any($1)', [ids])
  await run(`insert into accounts_search_fill ("only", after_id) values (1, $1)`, ['0'.repeat(8) + newId().slice(8)]) // prettier-ignore
  expect(await found('led-12')).toEqual([])
  await run('update accounts_account set note = $2 where id = $1', [ids[3], 'changed meanwhile'])
  await fillSearch(system())
  const { data } = await call(app, 'GET /api/admin/accounts?query=illed-&limit=200', { cookie })
  expect(data.items).toHaveLength(200)
  const { rows } = await app.services.db.query<{ filled: number; left: number }>(
    `select (select count(*) from accounts_search where account_id = any($1)) as filled,
       (select count(*) from accounts_search_fill) as left`,
    [ids],
  )
  expect(rows).toEqual([{ filled: 1_203, left: 0 }])
  expect(await found('ged mean')).toEqual(['filled-3'])
  expect(await found('remark 1202')).toEqual(['filled-1202'])
}, 60_000)

test('an account without a sign-in name needs a display name that is its name, whatever writes it', async () => {
  const { id } = (await call(app, 'POST /api/admin/users', { cookie, body: { username: 'named（once）' } }))
    .data.user
  for (const set of ['display_name = null', `username = 'another'`, `display_name = 'another'`]) {
    const change = run(`update accounts_account set ${set} where id = $1`, [id])
    await expect(change).rejects.toMatchObject({ constraint: 'accounts_account_named' })
  }
})
