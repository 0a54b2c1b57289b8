import { newId } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { notFound } from '../../../platform/refusals.ts'
import { secondLease } from './errors.ts'
import { lockById, lockHeld, lockOrMake, type Held } from './lock/queries.ts'
import type { Lease } from './queries.ts'

/** A lease by its id, or by whose and of what it is; `holding` tells several of one product apart. */
export type LeaseRef =
  { readonly id: string } | (Omit<Held, 'holding'> & { readonly holding?: string | null })

/** The lease, locked until the transaction ends. One that is named by its holder is made, empty, where there is none. */
export async function lockLease(tx: Tx, cmd: Command, ref: LeaseRef): Promise<Lease> {
  if ('id' in ref) {
    const lease = await lockById.first(tx, ref)
    if (!lease) throw notFound()
    return lease
  }
  const held = { ...ref, holding: ref.holding ?? null }
  const lease =
    (await lockOrMake.first(tx, { ...held, id: newId(), now: cmd.now })) ?? (await lockHeld.first(tx, held))
  if (!lease) throw secondLease()
  return lease
}
