import { newId, parseAmount } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { constraintOf, type Tx } from '../../../platform/db.ts'
import { insufficientFunds } from './errors.ts'
import { columnsFor, type Cause, type Movement } from './model.ts'
import { insertEntries } from './queries.ts'

export interface Posting {
  readonly cause: Cause
  /** The act itself (a payment, an order, a refund): under one cause it posts once. */
  readonly causeId: string
  readonly movements: readonly Movement[]
  readonly note?: string
}

/**
 * Writes movements of money inside the caller's transaction, all or none. Refuses with `insufficient_funds` what a wallet
 * doesn't have. Movements of 0.00 are left out; balances are locked last in a use case, in the order of the movements:
 * held and refunding before wallets.
 */
export async function post(
  tx: Tx,
  cmd: Command,
  { cause, causeId, movements, note = '' }: Posting,
): Promise<void> {
  const columns = columnsFor(movements)
  if (columns.parts.length === 0) return
  const ids = columns.parts.map(() => newId())
  try {
    await insertEntries.run(tx, { ...columns, ids, cause, causeId, note, now: cmd.now })
  } catch (error) {
    if (constraintOf(error) !== 'ledger_balance_floor') throw error
    // The trigger says what is missing.
    throw insufficientFunds({ params: { missing: (error as { detail?: string }).detail ?? '' } })
  }
}

/** What a wallet can pay: its balance and its credit limit. */
export const availableFen = ({
  balance,
  floor,
}: {
  readonly balance: string
  readonly floor: string
}): number => parseAmount(balance, { signed: true }) - parseAmount(floor, { signed: true })
