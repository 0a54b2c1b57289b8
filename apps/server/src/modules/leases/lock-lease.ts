import { newId } from '@lessor/kit'
import type { Command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db.ts'
import { secondLease } from './errors.ts'
import { insertEmpty, lockHeld, type Held, type Lease } from './queries.ts'

/** The lease, locked until the transaction ends; made empty where there is none. Refuses a second one of the product. */
export async function lockLease(tx: Tx, cmd: Command, held: Held): Promise<Lease> {
  const found = await lockHeld.first(tx, held)
  if (found) return found
  await insertEmpty.run(tx, { ...held, id: newId(), now: cmd.now })
  const made = await lockHeld.first(tx, held)
  if (!made) throw secondLease()
  return made
}
