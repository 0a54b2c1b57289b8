import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configKeys, unread } from './config.ts'

const root = join(import.meta.dirname, '../../..')

async function sources(): Promise<string> {
  const texts: string[] = []
  for await (const file of glob('**/*.ts', {
    cwd: import.meta.dirname,
    exclude: (name) => name.endsWith('test.ts'),
  }))
    if (!file.startsWith('config')) texts.push(await readFile(join(import.meta.dirname, file), 'utf8'))
  // Where the limits of the configuration are read.
  const config = await readFile(join(import.meta.dirname, 'config.ts'), 'utf8')
  return [...texts, config.slice(config.indexOf('export function limitOverrides'))].join('\n')
}

test('every key of the configuration is read by something', async () => {
  const text = await sources()
  const isRead = (key: string) => new RegExp(`\\b${key.split('.')[1] ?? ''}\\b`).test(text)
  expect(configKeys().length).toBeGreaterThan(40)
  expect(configKeys().filter((key) => !isRead(key))).toEqual(unread)
})

test.each(['README.md', 'README.zh-CN.md'])(
  'every key that is read stands in the table of %s',
  async (file) => {
    const table = (await readFile(join(root, file), 'utf8'))
      .split('\n')
      .filter((line) => line.startsWith('| `'))
    /** A row names its section once: `db.max_connections`, `min_connections`. */
    const named = table.flatMap((row) => {
      const names = [...(row.split('|')[1] ?? '').matchAll(/`([a-z_.]+)`/g)].map(([, name = '']) => name)
      const section = names[0]?.split('.')[0] ?? ''
      return names.map((name) => (name.includes('.') ? name : `${section}.${name}`))
    })
    expect(configKeys().filter((key) => !named.includes(key))).toEqual(unread)
    expect(named.filter((key) => !configKeys().includes(key))).toEqual([])
  },
)
