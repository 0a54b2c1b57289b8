import type { Actor, Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { hashOf, isSealed, sealOf } from './chain.ts'
import { currentKey, keyOf, type LogKey } from './keys.ts'
import { secretIn, type Entry } from './model.ts'
import { append, lockHead, sealHead } from './queries.ts'

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
  const head = await lockEnd(tx)
  const key = await currentKey(tx, cmd.services, head, cmd.now)
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
  const hash = hashOf(head.hash, entry, key.key)
  const movedAt = whereMoved(cmd, head, key)
  const seal = sealOf({ seq: entry.seq, hash, movedAt }, key.key)
  const columns = { before, after, previous: head.hash, hash, keyId: key.id, seal, movedAt }
  await append.run(tx, { ...entry, ...columns })
}

/** Seals the log's end where it is, before the first entry of an installation or of a new key is written. */
export async function sealLog(tx: Tx, cmd: Command): Promise<void> {
  const head = await lockEnd(tx)
  const key = await currentKey(tx, cmd.services, head, cmd.now)
  if (head.keyId === key.id) return
  const movedAt = whereMoved(cmd, head, key)
  await sealHead.run(tx, { keyId: key.id, seal: sealOf({ ...head, movedAt }, key.key), movedAt })
}

type LockedHead = Awaited<ReturnType<typeof lockHead.one>>

/**
 * After a wait for the lock, PostgreSQL answers the newest head, but the keys as of the statement's start. If the head's key
 * is newer than those, the second statement reads it.
 */
async function lockEnd(tx: Tx): Promise<LockedHead> {
  const head = await lockHead.one(tx, {})
  return head.keyId === null || head.keyIds.includes(head.keyId) ? head : lockHead.one(tx, {})
}

/**
 * Where a stranger first moved the head; null when none did. Until the upgrade is over, a program without keys may
 * move it too. What is found once is sealed with every later head, so that it can't be taken back.
 */
function whereMoved(cmd: Command, head: LockedHead, newest: LogKey): number | null {
  if (cmd.now.getTime() < newest.plainEnds) return head.movedAt
  const { keyId } = head
  const key = keyId === newest.id ? newest : keyOf(cmd.services.secrets, head, keyId)
  // Sealed by a process with a newer root key: it isn't for this one to judge.
  const isOthers = !key && keyId !== null && head.keyIds.includes(keyId)
  if (isOthers || (key && isSealed(head, key.key))) return head.movedAt
  cmd.log.error({ seq: head.seq }, 'the end of the audit log was moved outside of the program')
  return head.seq
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
