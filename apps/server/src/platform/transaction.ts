import { deserialize, serialize } from 'node:v8'
import type { Actor, Command } from './command.ts'
import type { Tx } from './db.ts'
import { keyReused } from './refusals.ts'
import { sealedColumn } from './sealed-column.ts'
import { statement } from './statement.ts'

const claimKey = statement<{ actor: string; key: string; request: Buffer; now: Date }, { key: string }>(
  'platform.claim_key',
  `insert into platform_idempotency (actor, key, request, created_at) values ($actor, $key, $request, $now)
   on conflict (actor, key) do nothing returning key`,
)
const answerOfKey = statement<{ actor: string; key: string }, { request: Buffer; answer: Buffer }>(
  'platform.answer_of_key',
  'select request, answer from platform_idempotency where actor = $actor and key = $key',
)
const keepAnswer = statement<{ actor: string; key: string; answer: Buffer }>(
  'platform.keep_answer',
  'update platform_idempotency set answer = $answer where actor = $actor and key = $key',
)

/**
 * Runs a use case as one transaction, once per idempotency key: the same key and request get the stored answer,
 * the same key with another request is refused, and a refusal rolls the claim back with everything else.
 * A concurrent repeat waits in `claimKey` for the first one's end. Answers may hold secrets, so they are sealed.
 */
export function inTransaction<T>(cmd: Command, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { idempotency, ground } = cmd
  if (!idempotency) return ground.db.transaction(work)
  const { key, request } = idempotency
  const actor = realmOf(cmd.actor)
  return ground.db.transaction(async (tx) => {
    if (!(await claimKey.first(tx, { actor, key, request, now: cmd.now }))) {
      const before = await answerOfKey.one(tx, { actor, key })
      if (!before.request.equals(request)) throw keyReused()
      return deserialize(ground.secrets.open('idempotency', before.answer)) as T
    }
    const answer = await work(tx)
    await keepAnswer.run(tx, { actor, key, answer: ground.secrets.seal('idempotency', serialize(answer)) })
    return answer
  })
}

const realmOf = (actor: Actor): string => {
  switch (actor.kind) {
    case 'account':
    case 'staff':
      return `${actor.kind}:${actor.id}`
    case 'system':
      return `system:${actor.name}`
    case 'visitor':
      return 'visitor'
  }
}

export const idempotencySealed = sealedColumn({
  purpose: 'idempotency',
  table: 'platform_idempotency',
  column: 'answer',
})
