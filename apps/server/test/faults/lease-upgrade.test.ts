import { newId } from '@lessor/kit'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { call, cookieOf, signedIn, type Answer, type CallOptions } from '../calls.ts'
import { clientOf, emptyDatabase } from './databases.ts'
import { olderProgram } from './older-program.ts'
import { freshFolder, ownerPassword, report, startServer } from './server-process.ts'

const commit = '24c7d1c8'
const accounts = 10_000

// Levels 1 to 3; every fifth is over, every seventh never held any, every eleventh had days taken back, every
// thirteenth was imported. Ends lie half a day from where a day begins to count.
const fill = `
  alter table leases_entry disable trigger leases_entry_no_change;
  create function pg_temp.id_of(text) returns uuid language sql as
    $$ select overlay(overlay(md5($1) placing '7' from 13) placing '8' from 17)::uuid $$;
  create temp table filled as
    select i, 'f' || lpad(i::text, 5, '0') as name, pg_temp.id_of('account' || i) as account, pg_temp.id_of('lease' || i) as lease,
      1 + i % 3 as level, date_trunc('second', now()) - interval '60 days' as began,
      case when i % 7 = 0 then null when i % 5 = 0 then -10 else 1 + i % 400 end as days
    from generate_series(1, ${accounts}) i;
  alter table filled add ends timestamptz(3);
  update filled set ends = date_trunc('second', now()) + days * interval '1 day' + interval '12 hours';
  insert into accounts_account (id, username, username_key, created_at) select account, name, name, began from filled;
  insert into leases_lease (id, account_id, product_id, timeline, expires_at, next_change_at, created_at, updated_at)
    select lease, account, (select id from catalog_product where kind = 'vip'), case when ends > now() then jsonb_build_array(
        jsonb_build_object('level', level + 1, 'starts_at', to_char(began at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'ends_at', to_char((ends - interval '1 hour') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
        jsonb_build_object('level', level, 'starts_at', to_char((ends - interval '1 hour') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'ends_at', to_char(ends at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) else '[]' end,
      ends, case when ends > now() then ends - interval '1 hour' end, began, began
    from filled where days is not null or i % 2 = 0;
  insert into leases_entry (id, lease_id, account_id, source, source_id, level, change_days, change_ms, amount, level_before,
      level_after, expire_before, expire_after, reason, internal_note, operator_id, operator_name, created_at)
    select pg_temp.id_of('entry' || i || kind), lease, account, kind, case when kind = 'code' then pg_temp.id_of('code' || i) end, level,
      change, change * 86400000::bigint, '9.90', 0, level, began, ends, 'for ' || name, 'note', null,
      case when i % 13 = 0 then 'imported' end, began + i * interval '7 seconds'
    from filled, lateral (values ('code', 60 + days), ('order', 1), ('grant', case when i % 11 = 0 then -3 else 2 end)) entry (kind, change)
    where days is not null and change <> 0 and (kind <> 'order' or i % 4 = 0);
  drop table filled;
  drop function pg_temp.id_of;
  alter table leases_entry enable trigger leases_entry_no_change`

interface Person {
  readonly id: string
  readonly token: string
  readonly link: string
}

/** What an operator and a few customers see: V5, V8, S2, S3, S5, S7, codes and the files of all lists. */
async function everyAnswer(
  url: string,
  cookie: string,
  people: readonly Person[],
): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>()
  const ask = async (at: string, options: CallOptions) => {
    const answer = await call({ url }, at, options)
    expect(answer, at).toMatchObject({ status: 200 })
    answers.set(`${at} ${options.token?.slice(-6) ?? ''}`, withoutNow(answer))
  }
  for (const { token, link } of people) {
    await ask('GET /api/users/me', { token })
    await ask('GET /api/recharge/logs?limit=100', { token })
    await ask(`GET /api/status/${link}`, {})
  }
  const lists = [
    'users',
    'users?query=f0001',
    'recharge-records',
    'logs/recharges',
    'accounts',
    'codes',
    'code-batches',
  ]
  for (const list of lists)
    await ask(`GET /api/admin/${list}${list.includes('?') ? '&' : '?'}limit=200`, { cookie })
  for (const source of ['code', 'grant', 'order'])
    await ask(`GET /api/admin/logs/recharges?source=${source}&limit=200`, { cookie })
  const files = ['users', 'recharge-records', 'accounts', 'logs/recharges', 'codes']
  for (const file of files) await ask(`GET /api/admin/${file}/export`, { cookie })
  await ask('GET /api/admin/dashboard/today', { cookie })
  return answers
}

/** The answer without what each answer has of its own, the time; a file's lines as they are. */
const withoutNow = ({ data }: Answer): unknown =>
  typeof data === 'string'
    ? data.split('\r\n').map((line) => line.split(','))
    : (JSON.parse(JSON.stringify(data), (key, value: unknown) =>
        key === 'server_time' ? undefined : value,
      ) as unknown)

/** Only what the older program answers, too, in its order: fields that came later are nothing that it lost. */
function asFarAs(older: unknown, newer: unknown): unknown {
  if (isFile(older) && isFile(newer)) return columnsOf(older, newer)
  if (Array.isArray(older) && Array.isArray(newer)) return newer.map((value, at) => asFarAs(older[at], value))
  if (!isObject(older) || !isObject(newer)) return newer
  const kept = Object.entries(newer).filter(([key]) => key in older)
  return Object.fromEntries(kept.map(([key, value]) => [key, asFarAs(older[key], value)]))
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type File = readonly (readonly string[])[]
const isFile = (value: unknown): value is File => Array.isArray(value) && Array.isArray(value[0])

/** The cells below the older file's headers. No cell here holds a comma; the last line is empty. */
function columnsOf([older = []]: File, newer: File): File {
  const [head = [], ...rows] = newer
  const places = older.map((name) => head.indexOf(name))
  return [head, ...rows].map((row) => (row.length === 1 ? row : places.map((at) => row[at] ?? '')))
}

async function keptRows(db: pg.Client) {
  const lease = 'id, account_id, product_id, timeline, expires_at, next_change_at, created_at, updated_at'
  const entry = `id, lease_id, account_id, source, source_id, level, change_days, change_ms, amount, level_before,
    level_after, expire_before, expire_after, reason, internal_note, operator_id, operator_name, created_at`
  const left = `select account_id, (span->>'level')::int as level,
      sum(extract(epoch from (span->>'ends_at')::timestamptz - (span->>'starts_at')::timestamptz)) as held
    from leases_lease, jsonb_array_elements(timeline) span group by 1, 2`
  const digest = (what: string) =>
    `(select count(*) || md5(string_agg(kept::text, '' order by kept::text)) from (${what}) kept)`
  const { rows } = await db.query<object>(
    `select ${digest(`select ${lease} from leases_lease`)} as leases, ${digest(`select ${entry} from leases_entry`)} as entries,
       ${digest(left)} as held`,
  )
  return rows[0]
}

async function settle(url: string, cookie: string): Promise<Person[]> {
  const key = () => ({ 'idempotency-key': newId() })
  const people: Person[] = []
  for (let n = 1; n <= 6; n++) {
    const login = await signedIn({ url }, `person${n}`)
    const link = await call({ url }, `POST /api/admin/users/${login.user.id}/reset-token`, {
      cookie,
      headers: key(),
    })
    people.push({ id: login.user.id, token: login.token, link: link.data.token })
  }
  const grant = async (at: number, change_days: number, level: number) => {
    const options = {
      cookie,
      headers: key(),
      body: { change_days, level, reason: `${change_days} of ${level}` },
    }
    expect(await call({ url }, `POST /api/admin/accounts/${people[at]?.id}/grant`, options)).toMatchObject({
      code: 0,
    })
  }
  for (const [at, level] of [
    [0, 1],
    [0, 3],
    [1, 2],
  ] as const) {
    // prettier-ignore
    const batch = { cookie, headers: key(), body: { level, days: 30, count: 3, amount: '9.90' } }
    const issued = await call({ url }, 'POST /api/admin/code-batches', batch)
    const redeemed = {
      token: people[at]?.token ?? '',
      headers: key(),
      body: { card_code: issued.data.codes[0] },
    }
    expect(await call({ url }, 'POST /api/recharge', redeemed)).toMatchObject({ code: 0 })
  }
  await grant(1, -10, 1)
  await grant(2, 365, 1)
  await grant(2, 30, 3)
  await grant(3, 10, 2)
  await grant(4, 5, 1)
  return people
}

test(
  `a database of ${commit} with ${accounts} accounts answers after the upgrade byte for byte as before, besides what came later`,
  { timeout: 180_000 },
  async () => {
    const [folder, { url, env }] = [await freshFolder(), await emptyDatabase()]
    const older = await startServer(folder, env, await olderProgram(folder, commit))
    const db = await clientOf(url)
    const signIn = { body: { username: 'owner', password: ownerPassword } }
    const cookie = async (at: string) => cookieOf(await call({ url: at }, 'POST /api/admin/login', signIn))
    const people = await settle(older.url, await cookie(older.url))
    await db.query(fill)
    await db.query(`update leases_lease set timeline = '[]', next_change_at = null, expires_at = now() - interval '3 days'
      where account_id = '${people[4]?.id}'`)
    const before = await everyAnswer(older.url, await cookie(older.url), people)
    const rows = await keptRows(db)
    older.kill('SIGTERM')
    await older.ended

    const newer = await startServer(folder, env)
    expect(await keptRows(db)).toEqual(rows)
    const found = async () => {
      const options = { cookie: await cookie(newer.url) }
      return (await call(newer, 'GET /api/admin/users?query=f0001', options)).data.total as number
    }
    // Names of before go into the index of names behind everything else.
    await expect.poll(found, { timeout: 60_000, interval: 500 }).toBe(10)
    const after = await everyAnswer(newer.url, await cookie(newer.url), people)
    report('an upgrade of leases', { accounts, answers: before.size, tookMs: newer.tookMs })
    for (const [at, answer] of before)
      expect(JSON.stringify(asFarAs(answer, after.get(at))), at).toBe(JSON.stringify(answer))
  },
)
