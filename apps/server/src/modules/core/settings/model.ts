import type { Settings } from '../../../config.ts'

/** What staff may change while the server runs; the rest of config.toml is read once, at the start. */
export const changeable = [
  'brand.name_zh', 'brand.name_en', 'brand.contact',
  'verification.heartbeat_interval_secs', 'verification.tolerance_secs', 'verification.cleanup_interval_secs',
  'mail.smtp_url', 'mail.from',
] as const // prettier-ignore
export type Key = (typeof changeable)[number]

/** The one that holds a password: stored and announced sealed, never shown. */
export const secretKey: Key = 'mail.smtp_url'

type Value = string | number
/** Values that staff gave. */
export type Given = Readonly<Partial<Record<Key, Value>>>
/** New values; null gives a key back to the configuration's default. */
export type Change = Readonly<Partial<Record<Key, Value | null>>>

/** The values after a change. */
export function changed(given: Given, change: Change): Given {
  const all = Object.entries({ ...given, ...change })
  return Object.fromEntries(all.filter(([, value]) => value !== null))
}

/** What holds: the configuration's own keys first, then what staff gave, then the defaults. */
export function inForce(config: Settings, pinned: ReadonlySet<string>, given: Given): Settings {
  const { brand, verification, mail } = config
  const now = { ...config, brand: { ...brand }, verification: { ...verification }, mail: { ...mail } }
  for (const key of changeable) {
    const value = given[key]
    if (value !== undefined && !pinned.has(key)) placeOf(now, key)[nameOf(key)] = value
  }
  return now
}

/** The value of a key. */
export const valueIn = (settings: Settings, key: Key): Value => placeOf(settings, key)[nameOf(key)] ?? ''

const placeOf = (settings: Settings, key: Key) =>
  settings[key.split('.')[0] as 'brand' | 'verification' | 'mail'] as unknown as Record<string, Value>
const nameOf = (key: Key) => key.split('.')[1] ?? ''

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

/**
 * Whether a text from a form names a mail server. An address with a query is refused: the mail library takes options
 * from it, and one of them runs a program.
 */
export function isSmtpUrl(text: string): boolean {
  if (!/^smtps?:\/\/[^/?#\s]+\/?$/.test(text) || !URL.canParse(text)) return false
  return new URL(text).hostname !== ''
}

/** Whether a text is an address, alone or behind a name: `Shop <shop@example.com>`. */
export const isSender = (text: string): boolean =>
  /^(?:[^<>@"\p{Cc}]*<[^\s<>@"]+@[^\s<>@"]+>|[^\s<>@"]+@[^\s<>@"]+)$/u.test(text)
