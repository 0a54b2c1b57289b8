/** Reads the fields of an answer; one that is missing or of another kind throws what `wrong` makes. */
export interface Fields {
  text(name: string): string
  /** Undefined when it is absent or null. */
  optionalText(name: string): string | undefined
  number(name: string): number
  /** An RFC 3339 time. */
  time(name: string): Date
  /** Null when it is absent or null. */
  optionalTime(name: string): Date | null
  fields(name: string): Fields
  list(name: string): Fields[]
}

export type Json = Readonly<Record<string, unknown>>

export const isJson = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

export function readFields(json: unknown, wrong: () => Error): Fields {
  const demand = <T>(value: unknown, is: (value: unknown) => value is T): T => {
    if (is(value)) return value
    throw wrong()
  }
  const fields = demand(json, isJson)
  const text = (name: string) => demand(fields[name], isText)
  const time = (name: string) => demand(new Date(text(name)), isTime)
  return {
    text,
    optionalText: (name) => (isAbsent(fields[name]) ? undefined : text(name)),
    number: (name) => demand(fields[name], isNumber),
    time,
    optionalTime: (name) => (isAbsent(fields[name]) ? null : time(name)),
    fields: (name) => readFields(fields[name], wrong),
    list: (name) => demand(fields[name], Array.isArray).map((item) => readFields(item, wrong)),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isTime = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime())
const isAbsent = (value: unknown) => value === undefined || value === null
