import { columnName } from './csv-columns.ts'
import type { Language } from './faults.ts'
import { localTime } from './time.ts'

/** Without it spreadsheets don't read UTF-8. */
export const byteOrderMark = '\ufeff'

export type Cell = string | number | boolean | Date | null

/** A person who opens the file: headers are in their language and times in the operator's zone. A program gets neither. */
export interface CsvReader {
  readonly language: Language
  /** IANA name. */
  readonly zone: string
}

// The full-width ones count too: spreadsheets take them for the plain ones. Some skip blanks and invisible signs first.
const formula = /^(?:[\s\p{Cf}]*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r])/u

/** One field of a CSV file (RFC 4180); text that a spreadsheet would run as a formula gets a quote in front. */
export function csvCell(value: Cell, reader?: CsvReader): string {
  if (value instanceof Date) return reader ? localTime(value, reader.zone) : value.toISOString()
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const harmless = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line of a CSV file, with its end. */
export const csvLine = (cells: readonly Cell[], reader?: CsvReader): string =>
  `${cells.map((cell) => csvCell(cell, reader)).join(',')}\r\n`

/** The beginning of a CSV file: its columns, by the names of the API or as the reader calls them. */
export const csvHeader = (columns: readonly string[], reader?: CsvReader): string =>
  byteOrderMark + csvLine(reader ? columns.map((column) => columnName(column, reader.language)) : columns)
