import { byteOrderMark, csvCell } from '@lessor/kit'
import type { BatchExport } from './export-batch.ts'

const header = `${byteOrderMark}code,level,days,status,expires_at,used_at,used_by,note\r\n`

/** Writes an export as CSV, a page at a time; what the database made itself needs no quotes, and is written by hand. */
export async function* csvOf({ batch, pages }: BatchExport): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const terms = `${batch.level},${batch.days}`
  const expiresAt = batch.expiresAt.toISOString()
  const note = csvCell(batch.note)
  yield encoder.encode(header)
  for await (const page of pages) {
    const lines = page.map(({ text, status, usedAt, usedBy }) => {
      const use = usedAt ? `${usedAt.toISOString()},${csvCell(usedBy)}` : ','
      return `${text},${terms},${status},${expiresAt},${use},${note}\r\n`
    })
    yield encoder.encode(lines.join(''))
  }
}
