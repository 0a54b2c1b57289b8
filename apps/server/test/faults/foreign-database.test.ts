import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientOf, emptyDatabase } from './databases.ts'
import { freshFolder, spawnServer, startServer } from './server-process.ts'

const cli = join(import.meta.dirname, '../../../cli/src/main.ts')

/** What a server, and a command, say before they end, on a database that they don't fit. */
async function refusalsOn(env: Readonly<Record<string, string>>) {
  const folder = await freshFolder()
  const server = spawnServer(folder, env)
  const command = spawnServer(folder, { ...env, LANG: 'zh_CN.UTF-8' }, [
    process.execPath,
    cli,
    'db',
    'status',
  ])
  const ends = await Promise.all([server.ended, command.ended])
  expect(ends.map(({ code }) => code)).toEqual([3, 3])
  return { server: server.said.join('\n'), command: command.said.join('\n') }
}

test(
  'a database that a newer version upgraded is refused in words, but by no process that already runs',
  { timeout: 180_000 },
  async () => {
    const [folder, { url, env }] = [await freshFolder(), await emptyDatabase()]
    const running = await startServer(folder, env)
    const client = await clientOf(url)
    // As a newer version would: it adds to the tables, and notes it.
    await client.query(`alter table accounts_account add column later text;
    insert into platform_migration (name) values ('29990101000000_later')`)

    const { server, command } = await refusalsOn(env)
    expect(server).toContain('该数据库已由更新版本的 Lessor 升级（迁移 29990101000000_later）。')
    expect(server).toContain(
      'A newer version of Lessor has upgraded this database (migration 29990101000000_later).',
    )
    expect(command).toContain('该数据库已由更新版本的 Lessor 升级')
    expect((await fetch(`${running.url}/ready`)).status).toBe(200)
  },
)

test('PostgreSQL before 16 is refused in words', { timeout: 180_000 }, async () => {
  const { url, env } = await emptyDatabase()
  const client = await clientOf(url)
  // Where the server asks for the version of this PostgreSQL, it is answered as by an older one.
  await client.query(`create function public.current_setting(text) returns text language sql as
    $$ select case $1 when 'server_version_num' then '150013' else pg_catalog.current_setting($1, false) end $$;
    do $$ begin
      execute format('alter database %I set search_path to public, pg_catalog', current_database());
    end $$`)
  const { server, command } = await refusalsOn(env)
  expect(server).toContain('数据库是 PostgreSQL 15，Lessor 需要 PostgreSQL 16 或更新版本。')
  expect(server).toContain('The database is PostgreSQL 15. Lessor needs PostgreSQL 16 or newer')
  expect(command).toContain('数据库是 PostgreSQL 15')
  expect((await client.query(`select to_regclass('platform_migration') as made`)).rows).toEqual([
    { made: null },
  ])
})
