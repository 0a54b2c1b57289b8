import type { Language } from '@lessor/kit'
import { readFile } from 'node:fs/promises'
import { defaultOf } from '../../apps/server/src/config-keys.ts'
import { configKeys, type ConfigKey } from '../../apps/server/src/config.ts'
import { textFile } from './text-file.ts'

const [begin, end] = ['<!-- settings: npm run gen -->', '<!-- /settings -->']

/** A README whose table of settings is what the configuration declares. */
export const settingsTable = (name: string, path: string, language: Language) =>
  textFile(name, path, async () => {
    const text = await readFile(path, 'utf8')
    const [before, after] = [text.indexOf(begin), text.indexOf(end)]
    if (before < 0 || after < before) throw new Error(`${path} has no place for the table of settings`)
    const table = configKeys().map((key) => rowOf(key, language))
    const head = {
      en: ['| key | default | what |', '|---|---|---|'],
      zh: ['| 键 | 默认 | 作用 |', '|---|---|---|'],
    }[language]
    return `${text.slice(0, before)}${[begin, '', ...head, ...table, '', end].join('\n')}${text.slice(after + end.length)}`
  })

function rowOf(key: ConfigKey, language: Language): string {
  const { alias, byDefault, name, what } = key
  const also = alias ? { en: ` (\`${alias}\`)`, zh: `（\`${alias}\`）` }[language] : ''
  return `| \`${name}\`${also} | ${byDefault?.[language] ?? defaultOf(key.schema)} | ${what[language]} |`
}
