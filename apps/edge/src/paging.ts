import { isId } from '@lessor/kit'
import type { Page, Paged } from '@lessor/status'
import { validationFailed } from './refusals.ts'

interface Key {
  readonly created_at: number
  readonly id: string
}

/** Before all rows of a list that has the newest first. */
const newest: Key = { created_at: Number.MAX_SAFE_INTEGER, id: '' }

/** The last row of the page before. */
export function keyOf({ cursor }: Page): Key {
  if (!cursor) return newest
  const [at = '', id = ''] = textOf(cursor).split(' ')
  if (!/^\d{1,15}$/.test(at) || !isId(id)) throw notACursor()
  return { created_at: Number(at), id }
}

/** Cuts rows that were read with `limit + 1` to a page. */
export function paged<Row extends Key, Item>(
  rows: readonly Row[],
  { limit }: Page,
  present: (row: Row) => Item,
): Paged<Item> {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const nextCursor = last ? btoa(`${last.created_at} ${last.id}`).replace(/=+$/, '') : null
  return { items: rows.slice(0, limit).map(present), nextCursor }
}

// base64 of digits, dashes and a space never holds the two characters that an address would have to escape.
function textOf(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    throw notACursor()
  }
}

const notACursor = () => {
  const message = { en: 'Not a cursor of this list', zh: '不是此列表的游标' }
  return validationFailed({ problems: [{ path: 'cursor', message }] })
}
