import { formatAmount, MINUTE_MS, newId, parseAmount } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { held, move, post, wallet } from '../ledger/index.ts'
import { failPayment } from './fail-payment.ts'
import { nextAskAt, type PaidFor } from './model.ts'
import { insertPayment, lockPending, type Payment } from './queries.ts'

export interface NewPayment {
  readonly accountId: string
  readonly gateway: { readonly id: string; readonly name: string }
  readonly forKind: PaidFor
  readonly forId: string
  /** What the gateway shows the buyer: ours, never what a buyer wrote. */
  readonly title: string
  readonly amountFen: number
  /** Held from the wallet beside it. */
  readonly walletPartFen?: number
  readonly expiresAt: Date
}

/**
 * An attempt to pay, inside the caller's transaction, which has locked what it is for. A living one of the same gateway and
 * amounts is answered again, so that its QR code stays good; another one ends.
 */
export async function openPayment(tx: Tx, cmd: Command, wanted: NewPayment): Promise<Payment> {
  const { accountId, gateway, forKind, forId, title, amountFen, walletPartFen = 0, expiresAt } = wanted
  const living = await lockPending.first(tx, { forId, interfaceId: gateway.id })
  if (living) {
    const isSame =
      parseAmount(living.amount) === amountFen && parseAmount(living.walletPart) === walletPartFen
    if (isSame && living.expiresAt.getTime() > cmd.now.getTime() + MINUTE_MS) return living
    await failPayment(tx, cmd, living, { problem: 'Another attempt took its place.', mayBePaid: true })
  }
  const id = newId()
  const payment = await insertPayment.one(tx, {
    id,
    accountId,
    interfaceId: gateway.id,
    gateway: gateway.name,
    forKind,
    forId,
    title,
    language: cmd.language,
    amount: formatAmount(amountFen),
    walletPart: formatAmount(walletPartFen),
    reference: id.replaceAll('-', ''),
    expiresAt,
    nextAskAt: nextAskAt(0, expiresAt, cmd.now),
    now: cmd.now,
  })
  await post(tx, cmd, {
    cause: 'wallet_part',
    causeId: id,
    movements: [move(wallet(accountId), held(forId), walletPartFen)],
  })
  return payment
}
