import fc from 'fast-check'

/** What is used of a JSON schema. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly minimum?: number
  readonly maximum?: number
}

/** Text that a database, a parser or a pattern may stumble over. */
const odd = ['', ' ', '\0', 'a\0b', '\ud800', '\udc00a', '\u0001', '\ufeff', '\u202e', '😀'.repeat(40), 'é'.normalize('NFD'),
  "'; drop table accounts_account; --", '%', '_', '\\', '-infinity', 'NaN', '1e400', 'null', '__proto__',
  '0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59-23:59', '2026-02-29T00:00:00Z',
  '00000000-0000-0000-0000-000000000000', 'x'.repeat(300), '字'.repeat(3_000)] // prettier-ignore

export const oddText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
)

const oddNumber = fc.oneof(
  fc.constantFrom(0, -1, 1, 2_147_483_648, -2_147_483_649, 2 ** 53, 1e300, 0.5, -0),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

/** Values that are, more often than not, what the schema asks for: so that they get past it. */
export function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valueOf))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  const types = [schema.type ?? 'any'].flat()
  return types.length === 1
    ? ofType(types[0] ?? '', schema)
    : fc.oneof(...types.map((type) => ofType(type, schema)))
}

function ofType(type: string, schema: Schema): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return textOf(schema)
    case 'integer':
    case 'number': {
      const { minimum: min = 0, maximum: max = 1_000 } = schema
      return often(
        fc.integer({ min: Math.ceil(min), max: Math.max(Math.ceil(min), Math.min(max, 1_000)) }),
        oddNumber,
      )
    }
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(valueOf(schema.items ?? {}), { maxLength: 4 })
    case 'object':
      return schema.properties
        ? objectOf(schema.properties)
        : fc.dictionary(oddText, fc.jsonValue(), { maxKeys: 4 })
    case 'null':
      return fc.constant(null)
    default:
      return fc.oneof(oddText, oddNumber, fc.jsonValue({ stringUnit: 'binary' }))
  }
}

function textOf({ format }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return often(fc.uuid(), oddText)
  if (format === 'date-time')
    return often(
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      oddText,
    )
  if (format === 'email') return often(fc.emailAddress(), oddText)
  return oddText
}

/** All fields or some of them, each mostly right: one wrong field hides what the others would do. */
const objectOf = (properties: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valueOf(schema)])), {
    requiredKeys: [],
  })

const often = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: odd })
