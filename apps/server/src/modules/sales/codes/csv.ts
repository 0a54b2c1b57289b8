import { csvCell, csvHeader, type CsvReader } from '@lessor/kit'
import type { BatchExport } from './export-batch.ts'
import type { Brings } from './model.ts'

export const exportColumns = [
  'code', 'level', 'days', 'status', 'expires_at', 'used_at', 'used_by', 'note', 'value',
] as const // prettier-ignore

const termsIn = ({ level, days }: Brings) => `${level ?? ''},${days ?? ''}`

/** Writes an export as CSV, a page at a time; what the database made itself needs no quotes, and is written by hand. */
export async function* csvOf({ batch, pages }: BatchExport, reader?: CsvReader): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const terms = termsIn(batch)
  const expiresAt = csvCell(batch.expiresAt, reader)
  const note = csvCell(batch.note)
  yield encoder.encode(csvHeader(exportColumns, reader))
  for await (const page of pages) {
    const lines = page.map(({ text, status, usedAt, usedBy }) => {
      const use = usedAt ? `${csvCell(usedAt, reader)},${csvCell(usedBy)}` : ','
      return `${text},${terms},${status},${expiresAt},${use},${note},${batch.value ?? ''}\r\n`
    })
    yield encoder.encode(lines.join(''))
  }
}

export const ownColumns = ['code', 'level', 'days', 'status', 'expires_at', 'used_at', 'value'] as const

/** The same for who bought them: not who used them, nor what staff noted. */
export async function* ownCsvOf(
  { batch, pages }: BatchExport,
  reader?: CsvReader,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const expiresAt = csvCell(batch.expiresAt, reader)
  yield encoder.encode(csvHeader(ownColumns, reader))
  for await (const page of pages) {
    const lines = page.map(
      ({ text, status, usedAt }) =>
        `${text},${termsIn(batch)},${status},${expiresAt},${usedAt ? csvCell(usedAt, reader) : ''},${batch.value ?? ''}\r\n`,
    )
    yield encoder.encode(lines.join(''))
  }
}
