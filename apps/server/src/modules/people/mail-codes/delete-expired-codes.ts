import { DAY_MS } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { deleteMailCodes, deleteUndo } from './queries.ts'

/** Deletes mailed codes a day after they were made (they died after 15 minutes), and links that are too old. Answers how many codes. */
export const deleteExpiredCodes = (cmd: Command) =>
  inTransaction(cmd, 'mail_codes.forget_mail_codes', async (tx) => {
    await deleteUndo.run(tx, { now: cmd.now })
    return deleteMailCodes.run(tx, { before: new Date(cmd.now.getTime() - DAY_MS) })
  })
