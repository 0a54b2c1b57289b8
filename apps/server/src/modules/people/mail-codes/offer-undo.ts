import { newId } from '@lessor/kit'
import { unverifiedMailbox, verifiedMailbox, type ChangedAccount } from '../accounts/index.ts'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { addressUndoOffered } from './events.ts'
import { undoLifeMs } from './model.ts'
import { insertUndo } from './queries.ts'

/**
 * Notifies the verified address, with an undo link, that another one will replace it or has replaced it,
 * inside the transaction of that change. No notice when none was verified or nothing changes.
 */
export async function offerUndo(tx: Tx, cmd: Command, { before, after }: ChangedAccount): Promise<void> {
  const old = verifiedMailbox(before)
  const applied = verifiedMailbox(after)?.emailKey !== old?.emailKey
  const waiting = unverifiedMailbox(after)?.emailKey
  const asked = waiting !== undefined && waiting !== unverifiedMailbox(before)?.emailKey
  if (!old || (!applied && !asked)) return
  const id = newId()
  const expiresAt = new Date(cmd.now.getTime() + undoLifeMs)
  await insertUndo.run(tx, { id, accountId: before.id, ...old, now: cmd.now, expiresAt })
  await publish(tx, cmd, addressUndoOffered({ undo_id: id, applied, language: cmd.language }))
}
