import type { Buffer } from 'node:buffer'

/** Of a file that a person uploads; more is split by days. */
export const mostLines = 20_000

/** A file as text: UTF-8, else GBK as Alipay and banks write it (read as GB18030, which holds it); undefined: neither. */
export function textOf(bytes: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? undefined : text
    } catch {
      // The next one.
    }
  }
  return undefined
}

const separators = [',', '\t', ';'] as const

/** The cells of each line (RFC 4180), trimmed; at most `mostLines` and one more, which tells that there are too many. */
export function rowsOf(text: string): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  // A cell in quotes, or up to the next separator or end of line.
  const cell = new RegExp(`(?:[ \\t]*"((?:[^"]|"")*)"[^\\n${separator}]*|([^\\n${separator}]*))(${separator}|\\n|$)`, 'y')
  while (cell.lastIndex < text.length && rows.length <= mostLines) {
    const [, quoted, plain = '', end] = cell.exec(text) ?? []
    row.push(clean(quoted === undefined ? plain : quoted.replaceAll('""', '"')))
    if (end === separator) continue
    if (row.some((one) => one !== '')) rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
} // prettier-ignore

const separatorOf = (text: string): string => {
  const start = text.slice(0, 20_000)
  const counts = separators.map((one) => start.split(one).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** WeChat begins each cell with a backtick, and Alipay ends it with tabs, so that spreadsheets leave it as it is. */
const clean = (cell: string): string => cell.replace(/^[\s`'\ufeff]+|\s+$/g, '')
