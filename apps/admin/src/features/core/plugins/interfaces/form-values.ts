import type { Field } from '../queries.ts'

export type FormValues = Readonly<Record<string, unknown>>
type Value = string | number | boolean | null

/** The name of a field in the form: as the server names it in its refusals. */
export const nameOf = (key: string) => `config.${key}`

/** What the form begins with; secrets never leave the server. */
export const valuesOf = (fields: readonly Field[], config: Readonly<Record<string, Value>>): FormValues =>
  Object.fromEntries(
    fields
      .filter(({ type }) => type !== 'secret')
      .map(({ key, type, default: usual }) => [
        nameOf(key),
        config[key] ?? (type === 'flag' ? usual : undefined),
      ]),
  )

/** What the form says, as the server takes it: null takes a value away; in part: what is empty stays as it is. */
export const enteredOf = (
  fields: readonly Field[],
  values: FormValues,
  { isPartial = false } = {},
): Record<string, Value> =>
  Object.fromEntries(
    fields.flatMap(({ key, type }) => {
      const value = values[nameOf(key)]
      const isEmpty = value === undefined || value === null || value === ''
      // Of a secret only null itself takes it away: an empty field is one that wasn't touched.
      if (type === 'secret') return isEmpty && value !== null ? [] : [[key, value as Value]]
      if (isEmpty) return isPartial ? [] : [[key, null]]
      // One that isn't a number is refused by the server, at its field.
      return [[key, type === 'number' ? (numberIn(value) ?? (value as Value)) : (value as Value)]]
    }),
  )

/** The number that was typed, in any width of digits. */
export function numberIn(value: unknown): number | undefined {
  const text = String(value).normalize('NFKC').trim()
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}
