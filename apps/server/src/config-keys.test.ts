import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configKeys, unread } from './config.ts'

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
  expect(
    configKeys()
      .map(({ name }) => name)
      .filter((key) => !isRead(key)),
  ).toEqual(unread)
})
