import { isId, nameKey } from '@lessor/kit'

interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

export const everybody: Condition = { sql: 'true', values: [] }

// As `user_pairs` of the migrations has them: signs that mean something alone.
const han = /^[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]$/u
const lastCharacter = '\u{10ffff}'

/** The users with a text anywhere in name or note; a single sign that isn't Han only begins a name. */
export function whereFound(query: string): Condition {
  if (query === '') return everybody
  if (isId(query)) return { sql: 'user.id = ?', values: [query] }
  const sought = nameKey(query)
  const signs = [...sought]
  if (signs.length < 2 && !han.test(sought)) {
    return { sql: 'sort_key >= ? and sort_key < ?', values: [sought, sought + lastCharacter] }
  }
  const words = signs.length < 2 ? signs : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`)
  // The pairs may stand apart: the text decides. D1's patterns have 50 bytes at most; instr has no such limit.
  const sql = `user.id in (
    select user_id from user_search join user_place on place = user_search.rowid join user_text on user_text.id = user_id
    where user_search match ? and instr(text, ?) > 0)`
  return { sql, values: [words.map(wordOf).join(' AND '), sought] }
}

const wordOf = (text: string) =>
  `"${[...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`
