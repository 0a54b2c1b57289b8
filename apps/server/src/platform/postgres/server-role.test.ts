import { describe, expect, test } from 'vitest'
import { ask, connect, useSite } from './testing.ts'

const site = useSite()

const owners = `
  select coalesce(nullif(string_agg(distinct pg_get_userbyid(owner), ','), ''), 'none') from (
    select datdba as owner from pg_database where datname = 'lessor'
    union all select nspowner from pg_namespace where nspname in ('jobs')
    union all select relowner from pg_class where relnamespace in ('public'::regnamespace, 'jobs'::regnamespace)
    union all select proowner from pg_proc where pronamespace in ('public'::regnamespace, 'jobs'::regnamespace)
    union all select typowner from pg_type where typnamespace in ('public'::regnamespace, 'jobs'::regnamespace)) x`

const everything = [
  'create schema jobs',
  `create type jobs.state as enum ('waiting', 'done')`,
  'create domain jobs.amount as int check (value >= 0)',
  'create table parent (id int primary key generated always as identity, n serial) partition by range (id)',
  'create table part partition of parent default',
  'create view shown as select n from parent',
  'create materialized view kept as select n from parent',
  'create sequence jobs.counter',
  'create table jobs.job (id bigint, state jobs.state)',
  `create function touched() returns trigger language plpgsql as 'begin return new; end'`,
  `create procedure jobs.sweep() language sql as 'delete from jobs.job'`,
  'create trigger touch before update on parent for each row execute function touched()',
]

describe('the role that the server has', () => {
  test('owns its database, and may do nothing beyond it', async () => {
    const { url } = await site.start()
    const rights = 'rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls'
    expect(await ask(url, `select ${rights} from pg_roles where rolname = current_user`)).toEqual(
      Array(5).fill(false),
    )
    for (const sql of everything) await ask(url, sql)
    const client = await connect(url)
    const heard = new Promise((resolve) => client.on('notification', ({ payload }) => resolve(payload)))
    await client.query('listen channel')
    await ask(url, `select pg_notify('channel', 'hello')`)
    expect(await heard).toBe('hello')
    await client.end()
    for (const sql of [
      `copy parent from program 'id'`,
      `select pg_read_file('postgresql.conf')`,
      'set role lessor',
      'create role eve superuser login',
      'alter role lessor_server superuser',
      `alter system set log_statement = 'all'`,
      'create database eve',
    ])
      await expect(ask(url, sql), sql).rejects.toThrow(/permission denied|must be|Only roles/)
  })

  test('is given the database of a cluster that only knew the superuser', async () => {
    const first = await site.start()
    for (const sql of everything) await ask(first.adminUrl, sql)
    await ask(first.adminUrl, 'insert into parent default values')
    await ask(first.adminUrl, 'alter database lessor owner to lessor')
    await ask(first.adminUrl, 'drop role lessor_server')
    expect(await ask(first.adminUrl, owners)).toEqual(['lessor'])
    await first.stop()

    const second = await site.start()
    expect(await ask(second.url, owners)).toEqual(['lessor_server'])
    expect(await ask(second.url, 'select n from parent')).toEqual([1])
    await ask(second.url, 'alter table parent add column more text')
    // An older program that is started in between.
    await ask(second.adminUrl, 'create table later (n int)')
    await second.stop()
    const third = await site.start()
    expect(await ask(third.url, owners)).toEqual(['lessor_server'])
    await ask(third.url, 'drop schema jobs cascade')
    expect(await ask(third.url, 'select count(*)::int from parent')).toEqual([1])
  })
})
