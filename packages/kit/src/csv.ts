/** Without it spreadsheets don't read UTF-8. */
export const byteOrderMark = '\ufeff'

export type Cell = string | number | boolean | null

// The full-width ones count too: spreadsheets take them for the plain ones.
const formula = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/

/** One field of a CSV file (RFC 4180); text that a spreadsheet would run as a formula gets a quote in front. */
export function csvCell(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const harmless = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line of a CSV file, with its end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`
