import { DAY_MS } from '@lessor/kit'
import type { Command } from '../../platform/command.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { deleteMailCodes } from './queries.ts'

/** Deletes mailed codes a day after they were made; they died after 15 minutes. Answers how many. */
export const forgetMailCodes = (cmd: Command) =>
  inTransaction(cmd, (tx) => deleteMailCodes.run(tx, { before: new Date(cmd.now.getTime() - DAY_MS) }))
