import { parseAmount } from '@lessor/kit'
import { days as byDays, extendLease, leaseOf, type LeaseView } from '../../leasing/leases/index.ts'
import { move, post, vouchers, wallet } from '../../money/ledger/index.ts'
import type { CustomerCommand } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { codeExpired, codeRevoked, codeUnknown, codeUsed } from './errors.ts'
import { codeRedeemed } from './events.ts'
import { normaliseCode } from './model.ts'
import { claimCode, codeByHash, type Claimed } from './queries.ts'

export interface Redeemed extends LeaseView {
  /** Of a code worth time; else 0. */
  readonly addedDays: number
  readonly addedLevel: number
  /** Decimal text, put into the wallet; only by a code worth money. */
  readonly addedAmount?: string
}

/** Turns a code into time, or into money in the wallet. The same code never works twice; the same key always answers the same. */
export function redeemCode(cmd: CustomerCommand, input: { cardCode: string }): Promise<Redeemed> {
  const { actor, services, now } = cmd
  const hashes = services.secrets.codeHashes(normaliseCode(input.cardCode))
  return inTransaction(cmd, 'codes.redeem_code', async (tx) => {
    const code = await claim(tx, hashes, actor.id, now)
    if (!code) throw await whyNot(tx, hashes)
    const redeemed = await (code.worth === 'money' ? intoWallet(tx, cmd, code) : intoLease(tx, cmd, code))
    const { addedDays: days, addedLevel: level } = redeemed
    const { id: code_id, batchId: batch_id, value } = code
    const event = { code_id, batch_id, account_id: actor.id, level, days, ...(value !== null && { value }) }
    await publish(tx, cmd, codeRedeemed(event))
    return redeemed
  })
}

async function intoLease(tx: Tx, cmd: CustomerCommand, code: Claimed): Promise<Redeemed> {
  const { id: sourceId, productId, level, days, amount } = code
  if (level === null || days === null) throw new Error('A code worth time without time')
  const lease = await extendLease(tx, cmd, {
    lease: { accountId: cmd.actor.id, productId },
    by: byDays(days),
    level,
    amount,
    source: 'code',
    sourceId,
  })
  return { ...lease, addedDays: days, addedLevel: level }
}

async function intoWallet(tx: Tx, cmd: CustomerCommand, code: Claimed): Promise<Redeemed> {
  const { id: causeId, productId, tail, value } = code
  if (value === null) throw new Error('A code worth money without money')
  const accountId = cmd.actor.id
  const lease = await leaseOf(tx, { accountId, productId }, cmd.now)
  const movements = [move(vouchers, wallet(accountId), parseAmount(value))]
  await post(tx, cmd, { cause: 'code', causeId, movements, note: `…${tail}` })
  return { ...lease, addedDays: 0, addedLevel: 0, addedAmount: value }
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
