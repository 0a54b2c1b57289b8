import { z } from '@hono/zod-openapi'
import type { ConfigKey } from '../../../config.ts'
import { line, message } from '../../../platform/http/fields.ts'
import { staffKeys } from './keys.ts'

const text = z.object({ en: z.string(), zh: z.string() })
export const fieldShape = z.object({
  key: z.string().openapi({ description: '`section.name`, as in config.toml' }),
  label: text,
  help: text.nullable(),
  kind: z.enum(['text', 'whole', 'secret']),
  min: z.number().nullable(),
  max: z.number().nullable(),
  max_length: z.number().nullable(),
})

interface Bounds {
  readonly type?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}

/** What a key may be, as its JSON Schema says it. */
const boundsOf = ({ schema }: ConfigKey) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Bounds
export const isWhole = (key: ConfigKey) => boundsOf(key).type === 'integer'

// Where the configuration sets no bound: an address with a password in it, and one with a name.
const maxSecret = 500
const maxText = 200
const maxLengthOf = (key: ConfigKey) => (key.secret ? maxSecret : (boundsOf(key).maxLength ?? maxText))

/** What a form for these keys needs to know. */
export const fields = staffKeys.map((key): z.output<typeof fieldShape> => {
  const { minimum = null, maximum = null } = boundsOf(key)
  const said = { key: key.name, label: key.label ?? key.what, help: key.help ?? null }
  return isWhole(key)
    ? { ...said, kind: 'whole', min: minimum, max: maximum, max_length: null }
    : { ...said, kind: key.secret ? 'secret' : 'text', min: null, max: null, max_length: maxLengthOf(key) }
})

/** What staff may enter for a key. */
export function entered(key: ConfigKey): z.ZodType<string | number> {
  const { minimum = 0, maximum = 0 } = boundsOf(key)
  if (isWhole(key)) return z.int().min(minimum).max(maximum)
  const typed = key.secret ? z.string().trim().max(maxSecret) : line(maxLengthOf(key))
  return key.form ? typed.refine(key.form.allows, message(key.form.says)) : typed
}

/** The keys in their sections, each with what `of` makes of it, under its own name or the one it is shown as. */
export function bySection<T>(of: (key: ConfigKey) => T, shown = false): Record<string, Record<string, T>> {
  const sections: Record<string, Record<string, T>> = {}
  for (const key of staffKeys) {
    const [section, name] = key.parts
    const under = (shown && key.shownAs) || name
    sections[section] = { ...sections[section], [under]: of(key) }
  }
  return sections
}
