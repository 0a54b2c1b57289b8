/** The one product of kind `vip`, whose leases are VIP levels; the first migration makes it. */
export const vipProductId = '019a0000-0000-7000-8000-000000000001'

export const kinds = ['vip', 'codes', 'relay', 'server'] as const
export type Kind = (typeof kinds)[number]

/** Those of which staff make products: there is one VIP product for good. */
export const newKinds = ['codes', 'relay', 'server'] as const satisfies readonly Kind[]

export const refundPolicies = ['none', 'wallet', 'gateway'] as const
export type RefundPolicy = (typeof refundPolicies)[number]

/** What a product has: `cpu_cores`, `region`. */
export type Specs = Readonly<Record<string, string | number>>

const usualSpecs = ['cpu_cores', 'memory_gb', 'disk_gb', 'bandwidth_mbps', 'traffic_gb', 'region', 'os']

/** In an order that reads well, the usual ones first: the database keeps none. */
export function ordered(specs: Specs): Record<string, string | number> {
  const others = Object.keys(specs).filter((key) => !usualSpecs.includes(key))
  const keys = [...usualSpecs.filter((key) => Object.hasOwn(specs, key)), ...others.toSorted()]
  return Object.fromEntries(keys.map((key) => [key, specs[key] ?? '']))
}

/** Some fields of a row, under the names that they have in the database, in the audit log and on the wire. */
export const columnNames = <Row extends object>(row: Row, fields: readonly (keyof Row)[]) =>
  Object.fromEntries(fields.map((name) => [snake(String(name)), row[name]]))

/** Of these fields, those that are another value now. */
export function changed<Row extends object>(before: Row, after: Row, fields: readonly (keyof Row)[]) {
  const differing = fields.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return { before: columnNames(before, differing), after: columnNames(after, differing) }
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** What may be given of a thing that is changed; undefined is not given. */
export type Change<Fields> = { readonly id: string } & {
  readonly [Name in keyof Fields]?: Fields[Name] | undefined
}

/** What was given of a change. */
export const given = <Fields extends object>(change: Fields) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>
  }
