/** What can change a lease. The check of its table, the fields of its routes and the texts of pages are of this list. */
export const entrySources = [
  'code',
  'grant',
  'order',
  'refund',
  'change',
  'wait',
  'outage',
  'import',
  'undo',
] as const
export type EntrySource = (typeof entrySources)[number]
