import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { saveNote } from './queries.ts'

/** Changes the operators' note on an account, inside the caller's transaction. */
export const changeNote = async (
  tx: Tx,
  _cmd: Command,
  { accountId, note }: { readonly accountId: string; readonly note: string },
): Promise<void> => void (await saveNote.run(tx, { id: accountId, note }))
