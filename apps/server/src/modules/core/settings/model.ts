import type { AllSettings, Settings } from '../../../config.ts'

/** `mail.from` */
type Key = string
type Value = string | number
/** Values that staff gave. */
export type Given = Readonly<Partial<Record<Key, Value>>>
/** New values; null gives a key back to the configuration's default. */
export type Change = Readonly<Partial<Record<Key, Value | null>>>

/** The values after a change. */
export function changed(given: Given, change: Change): Given {
  const all = Object.entries({ ...given, ...change })
  return Object.fromEntries(
    all.flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, value]])),
  )
}

/** What holds: the configuration's own keys first, then what staff gave, then the defaults. */
export function inForce(config: AllSettings, pinned: ReadonlySet<string>, given: Given): AllSettings {
  const now = structuredClone(config) as unknown as Sections
  for (const [key, value] of Object.entries(given)) {
    const [section, name] = partsOf(key)
    if (value !== undefined && !pinned.has(key)) now[section] = { ...now[section], [name]: value }
  }
  return now as unknown as AllSettings
}

/** The value of a key. */
export function valueIn(settings: Settings | AllSettings, key: Key): Value {
  const [section, name] = partsOf(key)
  return (settings as unknown as Sections)[section]?.[name] ?? ''
}

type Sections = Record<string, Record<string, Value>>

function partsOf(key: Key): [section: string, name: string] {
  const [section = '', name = ''] = key.split('.')
  return [section, name]
}

/** The brand as pages carry it. */
export const brandShown = ({ name_zh: zh, name_en: en, contact }: Settings['brand']) => ({ zh, en, contact })

/** A mail server's address as people may see it: without the password. Null where there is none. */
export function withoutPassword(smtpUrl: string): string | null {
  if (smtpUrl === '') return null
  if (!URL.canParse(smtpUrl)) return '…'
  const url = new URL(smtpUrl)
  url.password = ''
  url.search = ''
  return url.href
}
