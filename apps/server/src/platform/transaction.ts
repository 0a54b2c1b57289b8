import { deserialize, serialize } from 'node:v8'
import type { Actor, Command } from './command.ts'
import type { Tx } from './db.ts'
import { keyReused } from './refusals.ts'
import { transaction } from './run-transaction.ts'
import { sealedColumn } from './sealed-column.ts'
import { change, query } from './statement.ts'

interface Claim {
  readonly actor: string
  readonly key: string
}

const claimKey = change<Claim & { useCase: string; request: Buffer; now: Date }, { key: string }>(
  'platform.claim_key',
  `insert into platform_idempotency (actor, key, use_case, request, created_at)
   values ($actor, $key, $useCase, $request, $now) on conflict (actor, key) do nothing returning key`,
)
const answerOfKey = query<Claim, { useCase: string | null; request: Buffer; answer: Buffer }>(
  'platform.answer_of_key',
  'select use_case, request, answer from platform_idempotency where actor = $actor and key = $key',
)
const keepAnswer = change<Claim & { answer: Buffer }>(
  'platform.keep_answer',
  'update platform_idempotency set answer = $answer where actor = $actor and key = $key',
)

/**
 * Runs a use case as one transaction, once per idempotency key: the same key and request get the stored answer,
 * the same key with another request is refused, and a refusal rolls the claim back with everything else.
 * A concurrent repeat waits in `claimKey` for the first one's end. Answers may hold secrets, so they are sealed.
 * `useCase` is `<module>.<verb>`: two use cases of one command both run, and the same one twice is a bug.
 */
export function inTransaction<T>(cmd: Command, useCase: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { idempotency, services } = cmd
  if (!idempotency) return transaction(services.db, work)
  const { request } = idempotency
  const claims = claimsOf(realmOf(cmd.actor), idempotency, useCase)
  return transaction(services.db, async (tx) => {
    for (const claim of claims) {
      if (await claimKey.first(tx, { ...claim, useCase, request, now: cmd.now })) {
        const answer = await work(tx)
        keepAnswer.later(tx, {
          ...claim,
          answer: services.secrets.seal(idempotencySealed.purpose, serialize(answer)),
        })
        return answer
      }
      const before = await answerOfKey.one(tx, claim)
      if (!before.request.equals(request)) throw keyReused()
      if ((before.useCase ?? useCase) !== useCase) continue
      return deserialize(services.secrets.open(idempotencySealed.purpose, before.answer)) as T
    }
    throw new Error(`${useCase}: its claim is another's`)
  })
}

const ran = new WeakMap<object, Set<string>>()

/**
 * The rows that may hold a use case's claim. The first one of a command takes the key as it is, since a process of before
 * the column `use_case` knows no other (it goes, with the old primary key, in the next release); the others take their own.
 */
function claimsOf(actor: string, idempotency: NonNullable<Command['idempotency']>, useCase: string): Claim[] {
  const before = ran.get(idempotency)
  if (before?.has(useCase)) throw new Error(`${useCase} ran twice under one command`)
  if (before) before.add(useCase)
  else ran.set(idempotency, new Set([useCase]))
  const own = { actor, key: `${idempotency.key} ${useCase}` }
  return before ? [own] : [{ actor, key: idempotency.key }, own]
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
