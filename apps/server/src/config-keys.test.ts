import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultOf } from './config-keys.ts'
import { configKeys, readConfig, withoutSecrets, type ConfigKey } from './config.ts'

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
  ).toEqual([])
})

test('what use cases get of the configuration has no password or key in it', () => {
  const env = { CONFIG_FILE: '/dev/null', LOCAL_CONFIG_FILE: '/dev/null' }
  const config = readConfig({ ...env, LESSOR_METRICS_TOKEN: 'a-token-of-metrics', LESSOR_JWT_SECRET: '' })
  const settings = withoutSecrets(config) as unknown as Record<string, Record<string, unknown>>
  const shown = Object.entries(settings)
  expect(shown.length).toBeGreaterThan(10)
  const has = ({ parts: [section, key] }: ConfigKey) => key in (settings[section] ?? {})
  const secret = configKeys().filter((key) => key.secret)
  expect(secret.map(({ name }) => name)).toContain('mail.smtp_url')
  expect(secret.filter(has)).toEqual([])
  expect(Object.keys(settings['jwt'] ?? {})).toEqual(['expiry_hours'])
  expect(JSON.stringify(settings)).not.toContain('a-token-of-metrics')
})

test('the README has the default of each key that has one', () => {
  const config = readConfig({ CONFIG_FILE: '/dev/null', LOCAL_CONFIG_FILE: '/dev/null' })
  const valueOf = ({ parts: [section, key] }: ConfigKey) =>
    (config as unknown as Record<string, Record<string, unknown>>)[section]?.[key]
  const written = configKeys().filter((key) => !Array.isArray(valueOf(key)))
  const said = written.map((key) => [key.name, defaultOf(key.schema)])
  const text = (value: unknown) => JSON.stringify(value ?? '').replaceAll('"', '')
  expect(said).toEqual(written.map((key) => [key.name, text(valueOf(key))]))
})
