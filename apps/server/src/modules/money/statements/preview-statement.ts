import type { Buffer } from 'node:buffer'
import { demand, type Command } from '../../../platform/command.ts'
import { gatewayById } from '../payments/index.ts'
import { headerAt, previewOf, type Mapping, type Preview } from './model.ts'
import { statementsMay } from './permissions.ts'
import { lastMapping } from './queries.ts'
import { readFile } from './read-file.ts'

/** A file's columns, and the choice of the last file of this gateway where it fits, else what the names suggest. */
export async function previewStatement(
  cmd: Command,
  { interfaceId, bytes }: { readonly interfaceId: string; readonly bytes: Buffer },
): Promise<Preview & { readonly remembered: boolean }> {
  demand(cmd, statementsMay.match)
  const { db } = cmd.services
  await gatewayById(db, interfaceId)
  const rows = readFile(bytes)
  const preview = previewOf(rows)
  const last = (await lastMapping.first(db, { interfaceId }))?.mapping
  if (!last || headerAt(rows, last) < 0) return { ...preview, remembered: false }
  return { ...previewAs(rows, last), remembered: true }
}

/** The columns of the line that the mapping finds. */
function previewAs(rows: string[][], mapping: Mapping): Preview {
  const at = headerAt(rows, mapping)
  return { columns: (rows[at] ?? []).slice(0, 200), sample: rows.slice(at + 1, at + 4), guess: mapping }
}
