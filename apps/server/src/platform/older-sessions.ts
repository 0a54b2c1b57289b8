import type pg from 'pg'

// Programs up to commit 24c7d1c prepare `select *`, which PostgreSQL refuses to run again once the table has one more
// column. While such a program runs beside this one, its open sessions must find each table as it was: through a view
// of the same name, in the schema that comes first in their search path because it is named as their user. Sessions that
// open later begin with the tables as they are, and don't look there.

const mark = 'tables as sessions of an older Lessor know them'
const isKept = `obj_description(to_regnamespace(quote_ident(current_user)), 'pg_namespace') = '${mark}'`

const stateNow = `
  select case
    when ${isKept} then 'kept'
    when to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('platform_migration') is null
      and current_schema() = 'public' and has_database_privilege(current_database(), 'CREATE')
      and exists (
        select from pg_stat_activity
        where datname = current_database() and usename = current_user and application_name like 'lessor%')
      then 'wanted'
  end as state`

const keep = `
  do $$
  declare kept record;
  begin
    execute format('create schema %I', current_user);
    execute format('comment on schema %I is %L', current_user, '${mark}');
    for kept in
      select relname as name, string_agg(quote_ident(attname), ', ' order by attnum) as columns
      from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
      where relnamespace = 'public'::regnamespace and relkind = 'r' group by relname
    loop
      execute format('create view %I.%I as select %s from public.%I', current_user, kept.name, kept.columns, kept.name);
    end loop;
  end $$`

const lookPast = `
  do $$ begin
    execute format('alter role %I in database %I set search_path to public', current_user, current_database());
  end $$`

const forget = `
  do $$ begin
    if ${isKept} then
      -- Apart: without a step there is no table of notes, and what isn't reached isn't looked up.
      if not exists (
        select from pg_stat_activity where datname = current_database() and usename = current_user
          and backend_start <= (select max(applied_at) from public.platform_migration))
      then
        execute format('drop schema %I cascade', current_user);
        execute format('alter role %I in database %I reset search_path', current_user, current_database());
      end if;
    end if;
  end $$`

/** Does `work`, which changes tables, so that open sessions of an older program keep working; where there are none, only that. */
export async function besideOlderSessions<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ state: 'kept' | 'wanted' | null }>(stateNow)
  if (!rows[0]?.state) return work()
  if (rows[0].state === 'wanted') await client.query(keep)
  await client.query('set search_path to public')
  const done = await work()
  await client.query(lookPast)
  return done
}

/** Removes what was kept for older sessions, once they are gone. */
export const forgetOlderSessions = async (client: pg.Client): Promise<void> =>
  void (await client.query(forget))
