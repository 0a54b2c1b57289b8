import { MINUTE_MS, parseAmount, Refusal } from '@lessor/kit'
import { withoutKey, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { callInterface } from '../../core/plugins/index.ts'
import { answerOf, whyNot } from './answer-of.ts'
import { claimPayment } from './claim-payment.ts'
import type { Received } from './events.ts'
import { failPayment } from './fail-payment.ts'
import { feeFen, isFacts, mismatchOf, nextAskAt } from './model.ts'
import { askAgain, claimDue, claimOne, type Payment } from './queries.ts'
import { alarm } from './alarm.ts'

/** Longer than a call to a plugin may take. */
const lostMs = 2 * MINUTE_MS
/** So that a gateway that hangs leaves room for the others. */
const perGateway = 8

/** Asks the gateways for what is due; several processes share it, and each payment commits by itself. */
export async function askDue(cmd: Command, signal: AbortSignal): Promise<void> {
  const { db, clock } = cmd.services
  while (!signal.aborted) {
    const now = clock.now()
    const due = await claimDue.all(db, { now, lostAt: new Date(now.getTime() + lostMs), perGateway })
    await Promise.all(due.map((payment) => ask(cmd, payment)))
    if (due.length === 0) return
  }
}

/** Asks the gateway for one payment now; what came in, if this very call counted it. */
export async function askPayment(cmd: Command, id: string): Promise<Received | undefined> {
  const { db, clock } = cmd.services
  const payment = await claimOne.first(db, { id, lostAt: new Date(clock.now().getTime() + lostMs) })
  return payment && ask(cmd, payment)
}

async function ask(cmd: Command, payment: Payment): Promise<Received | undefined> {
  const { db, clock } = cmd.services
  const later = (problem: string | null) => {
    const next = nextAskAt(payment.asks, payment.expiresAt, clock.now())
    return next === null && payment.status === 'pending'
      ? failed('Nobody paid.')
      : askAgain.run(db, { id: payment.id, nextAskAt: next, problem })
  }
  const failed = (problem: string) =>
    inTransaction(withoutKey(cmd), 'payments.fail_payment', (tx) =>
      failPayment(tx, cmd, payment, { problem }),
    )
  const said = await query(cmd, payment)
  if ('problem' in said) await later(said.problem)
  else if (said.status === 'failed' && payment.status === 'pending')
    await failed('The gateway says that it failed.')
  else if (said.status !== 'paid' || !isFacts(said)) await later(null)
  else {
    const wrong = mismatchOf(payment, said)
    if (!wrong) return count(cmd, payment, said)
    await alarm(cmd, payment, wrong)
    await later(wrong)
  }
  return undefined
}

async function query(
  cmd: Command,
  { interfaceId, reference, gatewayTx }: Payment,
): Promise<{ readonly problem: string } | { readonly status: unknown }> {
  const input = { reference, ...(gatewayTx && { transaction: gatewayTx }) }
  const call = () => callInterface(cmd, { interfaceId, method: 'query', input })
  try {
    const outcome = await (cmd.outside ? cmd.outside(call) : call())
    const value = answerOf(outcome)
    return typeof value === 'object' && value !== null && 'status' in value
      ? value
      : { problem: whyNot(outcome) }
  } catch (error) {
    // Disabled or deleted: it may be enabled again.
    if (error instanceof Refusal) return { problem: error.text.en }
    cmd.log.warn({ err: error, interface: interfaceId }, 'a gateway could not be asked')
    return { problem: 'The server could not ask; its log says why.' }
  }
}

type Said = Parameters<typeof feeFen>[0] & { readonly transaction: string }

/** Counts what the gateway says is paid. */
export async function count(cmd: Command, payment: Payment, facts: Said): Promise<Received | undefined> {
  const receipt = {
    transaction: facts.transaction,
    amountFen: parseAmount(facts.amount),
    feeFen: feeFen(facts),
  }
  try {
    return await inTransaction(withoutKey(cmd), 'payments.claim_payment', (tx) =>
      claimPayment(tx, cmd, payment, receipt),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await alarm(cmd, payment, error.text.en)
    return undefined
  }
}
