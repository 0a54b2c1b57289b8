import type { Command } from 'commander'
import { t } from './language.ts'
import { note, print, printJson, printTable, type Column } from './output.ts'

export interface ListOptions {
  readonly limit?: string
  readonly cursor?: string
  readonly all?: true
  readonly json?: true
}

interface Answer<Item> {
  readonly items: readonly Item[]
  readonly next_cursor: string | null
}

const largestPage = '200'

/** Gives a command the options of every list. */
export const listing = (command: Command): Command =>
  command
    .option('--limit <n>', t({ en: 'how many, 1 to 200 (50)', zh: '条数，1 到 200（默认 50）' }))
    .option('--cursor <cursor>', t({ en: 'where the last page ended', zh: '从上一页的末尾继续' }))
    .option('--all', t({ en: 'every page', zh: '列出所有页' }))
    .option(
      '--json',
      t({ en: 'JSON; with --all, one object per line', zh: '输出 JSON；与 --all 合用时每行一个对象' }),
    )

/** Prints one page of a list, or all of them. */
export async function printList<Item>(
  { limit, cursor, all, json }: ListOptions,
  read: (page: { limit?: string; cursor?: string }) => Promise<Answer<Item>>,
  columns: readonly Column<Item>[],
): Promise<void> {
  let next = cursor
  do {
    const size = limit ?? (all ? largestPage : undefined)
    const answer = await read({ ...(size && { limit: size }), ...(next && { cursor: next }) })
    if (json && all) for (const item of answer.items) print(JSON.stringify(item))
    else if (json) printJson(answer)
    else printTable(answer.items, columns)
    next = answer.next_cursor ?? undefined
  } while (all && next)
  if (next && !json) note(t({ en: `More: --cursor ${next}`, zh: `还有更多：--cursor ${next}` }))
}
