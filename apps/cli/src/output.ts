import Table from 'cli-table3'
import { t } from './language.ts'

/** A table's column: its title, and what it shows of an item. */
export type Column<Item> = readonly [title: string, show: (item: Item) => Shown]

type Shown = string | number | null

// Rows without lines around them: they can be read, and cut by other programs.
const bare = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
}

/** Prints one result, for programs. */
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))

/** Prints rows, for people. */
export function printTable<Item>(items: readonly Item[], columns: readonly Column<Item>[]): void {
  if (items.length === 0) return note(t({ en: 'Nothing found.', zh: '没有结果。' }))
  const rows = items.map((item) => columns.map(([, show]) => cell(show(item))))
  printRows([columns.map(([title]) => title), ...rows])
}

/** Prints what is known of one thing, a line for each. */
export const printFacts = (facts: readonly (readonly [name: string, value: Shown])[]): void =>
  printRows(facts.map((fact) => fact.map(cell)))

function printRows(rows: readonly string[][]): void {
  const table = new Table({ style: { 'padding-left': 0, 'padding-right': 0, border: [] }, chars: bare })
  table.push(...rows)
  for (const line of table.toString().split('\n')) print(line.trimEnd())
}

/** One line of a command's result. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** One line beside the result: on standard error, so that the result can go to a file. */
export const note = (line: string): void => void process.stderr.write(`${line}\n`)

/** RFC 3339 of an answer as people read it, in the installation's zone. */
export function inZone(zone: string): (time: string | null) => string {
  const form = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return (time) => (time === null ? '' : form.format(new Date(time)))
}

export const yes = (is: boolean): string => (is ? t({ en: 'yes', zh: '是' }) : '')

// What people typed must not move the terminal's cursor.
const cell = (value: Shown): string => String(value ?? '').replace(/\p{Cc}+/gu, ' ')
