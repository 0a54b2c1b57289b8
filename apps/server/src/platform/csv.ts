import { stringify } from 'csv-stringify/sync'

/** Without it spreadsheets don't read UTF-8. */
export const byteOrderMark = '\ufeff'

export type Cell = string | number | boolean | null

/** Lines of CSV (RFC 4180); what a spreadsheet would run as a formula gets a quote in front. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(rows as Cell[][], {
    escape_formulas: true,
    record_delimiter: '\r\n',
    // A bare line break in a cell, too.
    quote_record_delimiter: true,
    cast: { boolean: String },
  })

/** One cell of a line that is put together by hand. */
export const csvCell = (text: string): string => csvLines([[text]]).slice(0, -2)
