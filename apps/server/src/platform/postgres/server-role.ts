import { Connection } from '../db.ts'
import { adminRole, serverRole, urlOf } from './socket-dir.ts'

/**
 * Gives the database to the role that the server uses, which has no rights beyond it. Clusters made before belong to the
 * superuser: everything in the database is handed over in one transaction, so a killed start does it again.
 */
export async function demandServerRole(socketDir: string): Promise<void> {
  const client = new Connection({ connectionString: urlOf(socketDir, adminRole) })
  await client.connect()
  try {
    const { rows } = await client.query<{ done: boolean }>(isHandedOver)
    if (!rows[0]?.done) await client.query(handOver)
  } finally {
    await client.end()
  }
}

// An older program, started meanwhile, makes its tables as the superuser again.
const isHandedOver = `select pg_get_userbyid(datdba) = '${serverRole}' and not exists (
    select from pg_class join pg_namespace n on n.oid = relnamespace
    where relowner = '${adminRole}'::regrole and nspname !~ '^pg_' and nspname <> 'information_schema') as done
  from pg_database where datname = current_database()`

// REASSIGN OWNED refuses the superuser that initdb made, because the system's own objects are that one's.
const handOver = `do $$ declare command text; begin
  if not exists (select from pg_roles where rolname = '${serverRole}') then
    create role ${serverRole} login;
  end if;
  for command in
    with own as (
      select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
    )
    select format('schema %I', nspname) from pg_namespace join own using (oid) where nspowner = '${adminRole}'::regrole
    union all
    select format('table %s', c.oid::regclass) from pg_class c join own on own.oid = relnamespace
      where relowner = '${adminRole}'::regrole and relkind in ('r', 'p', 'v', 'm', 'f')
    union all
    select format('sequence %s', c.oid::regclass) from pg_class c join own on own.oid = relnamespace
      where relowner = '${adminRole}'::regrole and relkind = 'S' and not exists (
        select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i') and d.refobjsubid > 0)
    union all
    select format('routine %s', p.oid::regprocedure) from pg_proc p join own on own.oid = pronamespace
      where proowner = '${adminRole}'::regrole
    union all
    select format('type %s', t.oid::regtype) from pg_type t join own on own.oid = typnamespace
      where typowner = '${adminRole}'::regrole and typtype in ('e', 'd')
  loop
    execute 'alter ' || command || ' owner to ${serverRole}';
  end loop;
  execute format('alter database %I owner to ${serverRole}', current_database());
end $$`
