import { stringify } from 'csv-stringify/sync'
import type { BatchExport } from './export-batch.ts'

const columns = ['code', 'level', 'days', 'status', 'expires_at', 'used_at', 'used_by', 'note']

// What a spreadsheet would run as a formula gets a quote in front.
const options = { escape_formulas: true, record_delimiter: '\r\n' } as const

/** Writes an export as CSV (RFC 4180), with the byte order mark without which spreadsheets don't read UTF-8. */
export async function* csvOf({ batch, pages }: BatchExport): AsyncGenerator<Uint8Array> {
  const { level, days, note } = batch
  const expiresAt = batch.expiresAt.toISOString()
  yield encode([columns], { ...options, bom: true })
  for await (const page of pages) {
    const rows = page.map(({ text, status, usedAt, usedBy }) => [
      ...[text, level, days, status, expiresAt],
      ...[usedAt?.toISOString() ?? '', usedBy, note],
    ])
    yield encode(rows, options)
  }
}

const encode = (rows: unknown[][], form: Parameters<typeof stringify>[1]) =>
  new TextEncoder().encode(stringify(rows, form))
