import { stringify } from 'csv-stringify/sync'
import type { BatchExport } from './export-batch.ts'

const header = '\ufeffcode,level,days,status,expires_at,used_at,used_by,note\r\n'

/**
 * Writes an export as CSV (RFC 4180), a page at a time. It begins with the byte order mark without which
 * spreadsheets don't read UTF-8, and what they would run as a formula gets a quote in front.
 */
export async function* csvOf({ batch, pages }: BatchExport): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const terms = `${batch.level},${batch.days}`
  const expiresAt = batch.expiresAt.toISOString()
  const note = cell(batch.note)
  yield encoder.encode(header)
  for await (const page of pages) {
    const lines = page.map(({ text, status, usedAt, usedBy }) => {
      const use = usedAt ? `${usedAt.toISOString()},${cell(usedBy)}` : ','
      return `${text},${terms},${status},${expiresAt},${use},${note}\r\n`
    })
    yield encoder.encode(lines.join(''))
  }
}

// What people typed; all else in a line is letters, digits, dashes and colons of our own.
const cell = (text: string) => stringify([[text]], { escape_formulas: true, eof: false })
