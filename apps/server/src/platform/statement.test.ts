import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Texts that answer every column, whatever it is called: `count(*)` and what stands inside brackets don't. */
const starsIn = (source: string) =>
  source.match(/(?<!\()\b(?:select|returning|distinct)\s+\*|\b\w+\.\*(?=[\s,`'])/gi) ?? []

test('a star is found wherever a statement has one', () => {
  for (const sql of [
    'select * from x',
    'delete from x\n returning *',
    'select a.id, b.* from x',
    'select x.*, y',
  ])
    expect(starsIn(`\`${sql}\``)).toHaveLength(1)
  expect(starsIn('with a as (select * from x) select count(*) from a')).toEqual([])
})

test('every statement names its columns: one that an older process prepared keeps working when a newer one adds a column', async () => {
  const root = join(import.meta.dirname, '..')
  const found: string[] = []
  let files = 0
  for await (const file of glob('**/*.ts', { cwd: root, exclude: (name) => name.endsWith('.test.ts') })) {
    files++
    const source = (await readFile(join(root, file), 'utf8')).replace(/^\s*(\/\/|\/?\*).*$/gm, '')
    for (const star of starsIn(source)) found.push(`${file}: ${star}`)
  }
  expect(files).toBeGreaterThan(200)
  expect(found).toEqual([])
})
