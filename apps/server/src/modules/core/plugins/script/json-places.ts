/** Where a value of a JSON text begins, and the values inside it by key or index. */
interface Placed {
  readonly at: number
  readonly inner: Map<string, Placed>
}

/**
 * Finds where the value at a path begins in a JSON text, or the nearest value around it. The text must be JSON. Of a key
 * that stands twice the later one counts, as for `JSON.parse`.
 */
export function placesIn(text: string): (path: readonly string[]) => number {
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)
  const next = () => {
    const { value } = tokens.next()
    return { token: value?.[0] ?? '', at: value?.index ?? text.length }
  }
  const read = ({ token, at }: ReturnType<typeof next>): Placed => {
    const placed: Placed = { at, inner: new Map() }
    if (token === '{') readObject(placed)
    else if (token === '[') readList(placed)
    return placed
  }
  const readObject = ({ inner }: Placed) => {
    for (let one = next(); one.token !== '}' && one.token !== ''; one = next()) {
      if (one.token === ',') continue
      next()
      inner.set(JSON.parse(one.token) as string, read(next()))
    }
  }
  const readList = ({ inner }: Placed) => {
    for (let one = next(); one.token !== ']' && one.token !== ''; one = next())
      if (one.token !== ',') inner.set(String(inner.size), read(one))
  }
  const whole = read(next())
  return (path) => {
    let nearest = whole
    for (const key of path) {
      const inner = nearest.inner.get(key)
      if (!inner) break
      nearest = inner
    }
    return nearest.at
  }
}

/** The line and column, from 1, of an offset. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
