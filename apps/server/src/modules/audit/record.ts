import type { Actor, Command } from '../../platform/command.ts'
import type { Tx } from '../../platform/db.ts'
import { hashOf } from './chain.ts'
import { secretIn, type Entry } from './model.ts'
import { append, lockHead } from './queries.ts'

export interface Change {
  /** `<module>.<past tense>` */
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly before?: object | undefined
  readonly after?: object | undefined
}

/**
 * Adds an entry to the end of the audit log, if the transaction commits. Writers stand in line from here to the end
 * of their transactions, so this comes last in a use case. Throws on a field that is named like a secret.
 */
export async function record(tx: Tx, cmd: Command, change: Change): Promise<void> {
  const secret = secretIn({ before: change.before, after: change.after })
  if (secret) throw new Error(`The audit entry ${change.action} would hold a secret at ${secret}`)
  const head = await lockHead.one(tx, {})
  const entry: Entry = {
    seq: head.seq + 1,
    at: cmd.now,
    ...columnsOf(cmd.actor),
    action: change.action,
    subjectKind: change.subject.kind,
    subjectId: change.subject.id,
    before: change.before ?? null,
    after: change.after ?? null,
    ip: cmd.ip,
    userAgent: cmd.userAgent,
    requestId: cmd.requestId,
  }
  const { before, after } = { before: jsonOf(entry.before), after: jsonOf(entry.after) }
  await append.run(tx, { ...entry, before, after, previous: head.hash, hash: hashOf(head.hash, entry) })
}

const jsonOf = (value: unknown) => (value === null ? null : JSON.stringify(value))

function columnsOf(actor: Actor): Pick<Entry, 'actorKind' | 'actorId' | 'actorName'> {
  switch (actor.kind) {
    case 'staff':
    case 'account':
      return { actorKind: actor.kind, actorId: actor.id, actorName: actor.name }
    case 'system':
      return { actorKind: actor.kind, actorId: actor.name, actorName: actor.name }
    case 'visitor':
      return { actorKind: actor.kind, actorId: '', actorName: '' }
  }
}
