import type { Buffer } from 'node:buffer'
import { notACsv, tooManyLines } from './errors.ts'
import { mostLines, rowsOf, textOf } from './csv-text.ts'

/** The lines of an uploaded file; refuses what is no text, and what is too long. */
export function readFile(bytes: Buffer): string[][] {
  const text = textOf(bytes)
  const rows = text === undefined ? [] : rowsOf(text)
  if (rows.every((row) => row.length < 2)) throw notACsv()
  if (rows.length > mostLines) throw tooManyLines({ params: { limit: String(mostLines) } })
  return rows
}
