import { DAY_MS, nameKey } from '@lessor/kit'
import type { Figures, FiguresQuestion, Page, RecordFilters, Standing, UserFilters } from '@lessor/status'
import { sliceOf, type Orders } from './paging.ts'
import type { D1 } from './platform.ts'
import { listedOf, recordOf, userOf, type RecordRow, type UserRow } from './rows.ts'
import { everybody, whereFound } from './search.ts'

const userOrders: Orders<UserRow> = {
  username: { column: 'sort_key', holds: 'string', of: (row) => row.sort_key },
  created_at: { column: 'created_at', holds: 'number', of: (row) => row.created_at },
  expire_at: { column: 'ends_key', holds: 'number', of: (row) => row.ends_key },
}

/** Users that the filters leave. */
export async function listUsers(db: D1, now: Date, filters: UserFilters, page: Page) {
  const { after, by, cut } = sliceOf('user', userOrders, page)
  const conditions = [whereFound(filters.query), whereNamed(filters.name), whereStands(filters.state, now)]
  const where = conditions.map(({ sql }) => `(${sql})`).join(' and ')
  const values = conditions.flatMap((condition) => condition.values)
  const [users, count] = await db.batch<UserRow & { total: number }>([
    db
      .prepare(`select * from user where ${where} and ${after.sql} order by ${by} limit ?`)
      .bind(...values, ...after.values, page.limit + 1),
    db.prepare(`select count(*) as total from user where ${where}`).bind(...values),
  ])
  return { ...cut(users?.results ?? [], listedOf), total: count?.results[0]?.total ?? 0 }
}

const whereNamed = (name: string | undefined) =>
  name === undefined ? everybody : { sql: 'sort_key = ?', values: [nameKey(name)] }

function whereStands(state: UserFilters['state'], now: Date) {
  const ms = now.getTime()
  const by = (days: number) => ({
    sql: 'expires_at > ? and expires_at <= ?',
    values: [ms, ms + days * DAY_MS],
  })
  switch (state) {
    case undefined:
      return everybody
    case 'active':
      return { sql: 'expires_at > ?', values: [ms] }
    case 'within_3d':
      return by(3)
    case 'within_7d':
      return by(7)
    case 'expired':
      return { sql: 'expires_at <= ?', values: [ms] }
    case 'never':
      return { sql: 'expires_at is null', values: [] }
  }
}

const recordOrders: Orders<RecordRow> = {
  created_at: { column: 'created_at', holds: 'number', of: (row) => row.created_at },
}

/** Changes of days, of those that the filters leave. */
export async function listRecords(db: D1, filters: RecordFilters, page: Page) {
  const { after, by, cut } = sliceOf<RecordRow & { username: string }>('record', recordOrders, page)
  const conditions: [sql: string, value: string | number | undefined][] = [
    ['user_id = ?', filters.userId],
    ['operator = ?', filters.operator],
    ['record.created_at >= ?', filters.from?.getTime()],
    ['record.created_at < ?', filters.to?.getTime()],
  ]
  const given = conditions.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]))
  const where = [after.sql, ...given.map(({ sql }) => sql)].join(' and ')
  // "cross" keeps SQLite from beginning with all users: the records are in their order already.
  const { results } = await db
    .prepare(
      `select record.*, username from record cross join user on user.id = user_id where ${where} order by ${by} limit ?`,
    )
    .bind(...after.values, ...given.map(({ value }) => value), page.limit + 1)
    .all<RecordRow & { username: string }>()
  return cut(results, (row) => ({ ...recordOf(row), username: row.username }))
}

/** What a link shows; a wrong one asks the same of the database, and so takes as long. */
export async function standingByTokenHash(db: D1, hash: string): Promise<Standing | undefined> {
  const history = `select * from record where user_id = (select id from user where token_hash = ?1)
      and not (expire_before is null and expire_after is null)
    order by created_at desc, id desc limit 100`
  const [users, records] = await db.batch<UserRow & RecordRow>([
    db.prepare('select * from user where token_hash = ?1').bind(hash),
    db.prepare(history).bind(hash),
  ])
  const row = users?.results[0]
  return row && { user: userOf(row), history: (records?.results ?? []).map(recordOf) }
}

const countDays = `
  with day as (select value as starts, lead(value) over (order by key) as ends from json_each(?1))
  select
    (select count(*) from record where created_at >= starts and created_at < ends) as recharges,
    (select coalesce(sum(change_days), 0) from record
      where created_at >= starts and created_at < ends and change_days > 0) as daysAdded,
    (select count(*) from user where created_at >= starts and created_at < ends) as newUsers
  from day where ends is not null order by starts`

// Those with an end after it as it is now, put right where there was a change after it by what the one before left.
const countActive = `
  select (select count(*) from user where expires_at > moment.value)
    + (select coalesce(sum(
         coalesce(coalesce(
           (select expire_after from record previous
             where previous.user_id = change.user_id
               and (previous.created_at, previous.id) < (change.created_at, change.id)
             order by previous.created_at desc, previous.id desc limit 1),
           expire_before) > moment.value, 0)
         - coalesce(expires_at > moment.value, 0)), 0)
       from record change join user on user.id = user_id
       where change.created_at > moment.value and not exists (
         select 1 from record earlier
         where earlier.user_id = change.user_id and earlier.created_at > moment.value
           and (earlier.created_at, earlier.id) < (change.created_at, change.id))) as users
  from json_each(?1) moment order by moment.key`

const countEnding = 'select count(*) as users from user where expires_at > ?1 and expires_at <= ?2'

/** What Today shows. */
export async function figures(db: D1, question: FiguresQuestion): Promise<Figures> {
  const { now, days, activeAt, expiringBy } = question
  const [counted, active, ...ending] = await db.batch<Figures['days'][number] & { users: number }>([
    db.prepare(countDays).bind(msOf(days)),
    db.prepare(countActive).bind(msOf(activeAt)),
    ...expiringBy.map((end) => db.prepare(countEnding).bind(now.getTime(), end.getTime())),
  ])
  return {
    days: counted?.results ?? [],
    activeAt: (active?.results ?? []).map(({ users }) => users),
    expiringBy: ending.map(({ results }) => results[0]?.users ?? 0),
  }
}

const msOf = (dates: readonly Date[]) => JSON.stringify(dates.map((date) => date.getTime()))
