import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ringFromSecret } from '../../src/platform/key-ring.ts'
import { migrateDatabase } from '../../src/platform/migrations.ts'
import { long } from '../long.ts'
import { clientOf, emptyDatabase } from './databases.ts'
import { figuresOf } from './ledger.ts'
import { openLoad } from './load.ts'
import { olderProgram } from './older-program.ts'
import { expectExactly } from './reckoning.ts'
import { freshFolder, report, startServer } from './server-process.ts'

/** What the program is upgraded from: the first schema that people have, and each release since. */
const releases = ['24c7d1c8']
const togetherMs = long ? 60_000 : 20_000

test.each(releases)(
  `an upgrade from %s under load, both processes side by side for ${togetherMs / 1000} s, loses nothing and answers no 5xx`,
  { timeout: 180_000 },
  async (commit) => {
    const [folder, { url, env }] = [await freshFolder(), await emptyDatabase()]
    const older = await startServer(folder, env, await olderProgram(folder, commit))
    const urls = [older.url]
    const load = await openLoad({ urls: () => urls, clients: 12 })
    const over = new AbortController()
    const done = load.run(over.signal)
    await sleep(3_000)
    const newer = await startServer(folder, env)
    urls.push(newer.url)
    await sleep(togetherMs)
    expect(await fetch(`${older.url}/ready`)).toMatchObject({ status: 200 })
    urls.shift()
    await sleep(2_000)
    older.kill('SIGTERM')
    expect(await older.ended).toEqual({ code: 0, signal: null })
    await sleep(2_000)
    over.abort()
    await done

    const answers = [...load.ledger.answers.keys()]
    report(`an upgrade from ${commit}`, { togetherMs, tookMs: newer.tookMs, ...figuresOf(load.ledger) })
    expect(answers.filter((answer) => /^(5|cut off)/.test(answer))).toEqual([])
    await expectExactly(load.ledger, url, ringFromSecret(env.JWT_SECRET))

    // What was kept for the older process's sessions goes with the first start after their end.
    const db = await clientOf(url)
    const kept = () => db.query(`select to_regnamespace(current_user::text) is not null as is`)
    expect((await kept()).rows).toEqual([{ is: true }])
    expect(await migrateDatabase(url)).toBe(0)
    expect((await kept()).rows).toEqual([{ is: false }])
    const settings = `select setconfig from pg_db_role_setting join pg_database d on d.oid = setdatabase
      where datname = current_database()`
    expect((await db.query(settings)).rows).toEqual([])
  },
)

test(
  'a process keeps serving, and answers no 5xx, while a newer one adds columns to its tables',
  { timeout: 180_000 },
  async () => {
    const [folder, { url, env }] = [await freshFolder(), await emptyDatabase()]
    const server = await startServer(folder, env)
    const load = await openLoad({ urls: () => [server.url], clients: 12 })
    const over = new AbortController()
    const done = load.run(over.signal)
    const db = await clientOf(url)
    const { rows: tables } = await db.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    await sleep(3_000)
    for (const { name } of tables) await db.query(`alter table ${name} add column later int`)
    await sleep(3_000)
    over.abort()
    await done
    const answers = [...load.ledger.answers.keys()]
    report('columns added under load', { tables: tables.length, ...figuresOf(load.ledger) })
    expect(answers.filter((answer) => /^(5|cut off)/.test(answer))).toEqual([])
    await expectExactly(load.ledger, url, ringFromSecret(env.JWT_SECRET))
  },
)
