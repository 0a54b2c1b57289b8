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
