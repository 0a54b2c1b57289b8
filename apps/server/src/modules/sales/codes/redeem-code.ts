import { days as byDays, extendLease, type Extended } from '../../leasing/leases/index.ts'
import type { CustomerCommand } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { codeExpired, codeRevoked, codeUnknown, codeUsed } from './errors.ts'
import { codeRedeemed } from './events.ts'
import { normaliseCode } from './model.ts'
import { claimCode, codeByHash } from './queries.ts'

export interface Redeemed extends Extended {
  readonly addedDays: number
  readonly addedLevel: number
}

/** Turns a code into time. The same code never works twice; the same key always answers the same. */
export function redeemCode(cmd: CustomerCommand, input: { cardCode: string }): Promise<Redeemed> {
  const { actor, services, now } = cmd
  const hashes = services.secrets.codeHashes(normaliseCode(input.cardCode))
  return inTransaction(cmd, 'codes.redeem_code', async (tx) => {
    const code = await claim(tx, hashes, actor.id, now)
    if (!code) throw await whyNot(tx, hashes)
    const { id: sourceId, productId, level, days, amount } = code
    const lease = await extendLease(tx, cmd, {
      lease: { accountId: actor.id, productId },
      by: byDays(days),
      level,
      amount,
      source: 'code',
      sourceId,
    })
    await publish(
      tx,
      cmd,
      codeRedeemed({ code_id: sourceId, batch_id: code.batchId, account_id: actor.id, level, days }),
    )
    return { ...lease, addedDays: days, addedLevel: level }
  })
}

/** The newest key's hash first: the others are of codes that an older key hashed. */
async function claim(tx: Tx, hashes: readonly Buffer[], accountId: string, now: Date) {
  for (const hash of hashes) {
    const code = await claimCode.first(tx, { hash, accountId, now })
    if (code) return code
  }
  return undefined
}

/** One question whatever the reason, so that every refusal takes as long. */
async function whyNot(tx: Tx, hashes: readonly Buffer[]) {
  const code = await codeByHash.first(tx, { hashes })
  if (!code) return codeUnknown()
  if (code.usedAt) return codeUsed()
  return code.revokedAt ? codeRevoked() : codeExpired()
}
