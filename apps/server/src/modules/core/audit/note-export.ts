import { demand, type Command } from '../../../platform/command.ts'
import type { Permission } from '../../../platform/permission.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from './record.ts'

interface Export {
  readonly list: string
  readonly permission: Permission
  /** Under which filters and sort. */
  readonly asked: Record<string, unknown>
}

/** Staff take a whole list away: the log says who, which, and under which filters. */
export function noteExport(cmd: Command, { list, permission, asked }: Export): Promise<void> {
  demand(cmd, permission)
  const subject = { kind: 'list', id: list }
  return inTransaction(cmd, 'audit.note_export', (tx) =>
    record(tx, cmd, { action: 'lists.exported', subject, after: asked }),
  )
}
