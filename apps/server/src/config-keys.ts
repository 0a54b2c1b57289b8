import type { Text } from '@lessor/kit'
import { z } from 'zod'

/** What is said of a key, once: the table of the README, the console's settings and the refusals come from it. */
export interface KeyFacts {
  readonly what: Text
  /** An older or shorter name of its environment variable. */
  readonly alias?: string
  /** How its default is written where that isn't a value. */
  readonly byDefault?: Text
  /** Staff may set it while the server runs, under this name. */
  readonly label?: Text
  /** Below its field in the console. */
  readonly help?: Text
  /** Of a secret address: the name under which it is answered without its password. */
  readonly shownAs?: string
  /** What staff may enter, where the schema allows more. */
  readonly form?: { readonly allows: (text: string) => boolean; readonly says: Text }
}

const facts = new WeakMap<z.core.$ZodType, KeyFacts>()

/** Declares a key: what it may be, with its default, and what is said of it. */
export function key<T extends z.ZodType>(schema: T, what: Text, more: Omit<KeyFacts, 'what'> = {}): T {
  if (facts.has(schema)) throw new Error(`Two keys of the configuration share a schema: ${what.en}`)
  facts.set(schema, { what, ...more })
  return schema
}

export function factsOf(schema: z.core.$ZodType): KeyFacts {
  const known = facts.get(schema)
  if (!known) throw new Error('A key of the configuration was not declared with key()')
  return known
}

/** A key's default as text; '' where it has none. */
export function defaultOf(schema: z.core.$ZodType): string {
  // A JSON Schema leaves out the default of a text that is read as something else.
  const value = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined
  return value === undefined || Array.isArray(value) ? '' : JSON.stringify(value).replaceAll('"', '')
}

export const section = <T extends z.core.$ZodLooseShape>(keys: T) =>
  z.strictObject(keys).prefault({} as never)
export const port = z.coerce.number().int().min(0).max(65_535)
export const count = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
/** How long something is kept; 0 keeps it for ever. */
export const days = () => count(0, 36_500)
export const flag = () => z.union([z.boolean(), z.stringbool()])
export const list = () =>
  z.union([z.array(z.string()), z.string().transform((text) => text.split(',').map((part) => part.trim()))])
export const secret = () => z.string().default('')
export const perSecond = () => z.coerce.number().positive().optional()

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
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
