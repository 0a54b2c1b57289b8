import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { declared, query, type Statement } from '../src/platform/statement.ts'
import { testAppForThis } from './harness.ts'

const src = join(import.meta.dirname, '../src')

/** Those of the whole server, which the harness has loaded, and those that nothing loads. */
async function loadAll(): Promise<Statement<never>[]> {
  for await (const file of glob('**/*queries.ts', { cwd: src })) await import(join(src, file))
  return [...declared.values()]
}

/** Whose table it is: its name begins with the module's, or with its family's. */
const ownerOf = (table: string, modules: readonly string[]) =>
  modules.find((module) => table.startsWith(`${module}_`)) ?? 'platform'

test('every statement fits the schema, and names tables of its own module alone, or those it declares to read', async () => {
  const statements = await loadAll()
  expect(statements.length).toBeGreaterThan(140)
  const app = await testAppForThis()
  const modules: string[] = []
  for await (const path of glob('modules/*/*/index.ts', { cwd: src }))
    modules.push(
      ...path
        .split('/')
        .slice(1, 3)
        .map((name) => name.replaceAll('-', '_')),
    )
  const client = await app.services.db.pool.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    const problems: string[] = []
    for (const { name, text, reads } of statements) {
      const own = ownerOf(`${name.replace('.', '_')}_`, modules)
      const named = tables.filter((table) => new RegExp(`\\b${table.name}\\b`).test(text))
      const foreign = named.map((table) => ownerOf(table.name, modules)).filter((owner) => owner !== own)
      for (const owner of new Set(foreign))
        if (!reads.includes(owner)) problems.push(`${name} names a table of ${owner}`)
      for (const owner of reads)
        if (!foreign.includes(owner)) problems.push(`${name} reads nothing of ${owner}`)
      await client.query('begin')
      // LOCK can't be prepared: it is run.
      await client.query(text.startsWith('lock') ? text : `prepare one as ${text}`).catch((error: Error) => {
        problems.push(`${name}: ${error.message}`)
      })
      await client.query('rollback')
      await client.query('deallocate all')
    }
    expect(problems).toEqual([])
  } finally {
    client.release()
  }
})

test.each([
  'insert into a (b) values (1)',
  'with gone as (delete from a returning b) select b from gone',
  'update a set b = 1',
  'select b from a for update skip locked',
  'select b from a for no key update',
  'lock table a in share mode',
])('a query can’t write or lock: %s', (sql) => {
  expect(() => query('test.writes', sql)).toThrow('declare it as a change')
  expect(declared.has('test.writes')).toBe(false)
})
