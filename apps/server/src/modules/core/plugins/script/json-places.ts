/**
 * Where each value of a JSON text begins: offsets by path, `config.0.key`. The text must be JSON. Of a key that
 * stands twice the later one counts, as for `JSON.parse`.
 */
export function placesIn(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)
  const next = () => {
    const { value } = tokens.next()
    return { token: value?.[0] ?? '', at: value?.index ?? text.length }
  }
  const read = ({ token, at }: ReturnType<typeof next>, path: string): void => {
    places.set(path, at)
    if (token === '{') readObject(path)
    else if (token === '[') readList(path)
  }
  const inner = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
  const readObject = (path: string) => {
    for (let one = next(); one.token !== '}' && one.token !== ''; one = next()) {
      if (one.token === ',') continue
      next()
      read(next(), inner(path, JSON.parse(one.token) as string))
    }
  }
  const readList = (path: string) => {
    let index = 0
    for (let one = next(); one.token !== ']' && one.token !== ''; one = next())
      if (one.token !== ',') read(one, inner(path, index++))
  }
  read(next(), '')
  return places
}

/** The line and column, from 1, of an offset. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
