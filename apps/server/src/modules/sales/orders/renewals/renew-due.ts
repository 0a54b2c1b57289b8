import { DAY_MS, formatAmount, MINUTE_MS, parseAmount, priceOptions, Refusal } from '@lessor/kit'
import { withoutKey, type Command } from '../../../../platform/command.ts'
import type { Tx } from '../../../../platform/db.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { planForSale, type PlanForSale } from '../../../leasing/catalog/index.ts'
import { leaseById, type Lease } from '../../../leasing/leases/index.ts'
import { leaseHasOpenOrder } from '../errors.ts'
import { paidUnitFen } from '../changes/of-lease.ts'
import { openForLeases } from '../queries.ts'
import {
  isAnnounceable,
  isMailed,
  isTryDue,
  nextLookAt,
  renewalFen,
  type Ending,
  type RenewalProblem,
} from './model.ts'
import { placeOrder } from '../create-order.ts'
import { payPendingFromWallet } from '../pay-order.ts'
import { lockDueRenewal, noteLook, putOff, stopRenewal, type Renewal } from './queries.ts'
import { mailFailed, mailPrice } from './mail.ts'

/** Renews what is due from the wallets of its holders, one lease a transaction, each on one process. */
export async function renewDue(cmd: Command, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) if (!(await renewNext(withoutKey(cmd)))) return
}

/** False: nothing was due. A try that is refused leaves nothing but the note of it. */
async function renewNext(cmd: Command): Promise<boolean> {
  const at: { leaseId?: string } = {}
  try {
    return await inTransaction(cmd, 'orders.renew_due', (tx) => look(tx, cmd, at))
  } catch (error) {
    const { leaseId } = at
    if (!leaseId) throw error
    const problem = error instanceof Refusal ? problems[error.code] : undefined
    if (problem) return inTransaction(cmd, 'orders.note_renewal', (tx) => look(tx, cmd, at, problem))
    cmd.log.error({ err: error, lease: leaseId }, 'a renewal could not be tried')
    const until = new Date(cmd.now.getTime() + 5 * MINUTE_MS)
    await inTransaction(cmd, 'orders.put_off_renewal', (tx) =>
      putOff.run(tx, { leaseId, until, now: cmd.now }),
    )
    return true
  }
}

const problems: Readonly<Record<string, RenewalProblem>> = {
  insufficient_funds: 'insufficient_funds',
  plan_not_offered: 'not_offered',
  validation_failed: 'not_offered',
  lease_has_open_order: 'open_order',
  already_renewed: 'open_order',
  too_many_unpaid: 'open_order',
  not_found: 'no_lease',
  lease_closed: 'no_lease',
  plan_not_of_lease: 'not_offered',
  order_not_payable: 'open_order',
}

interface Looked {
  readonly row: Renewal
  readonly lease: Lease
  readonly plan: PlanForSale
  readonly ending: Ending
}

/** Looks at the next one that is due: announces its price, renews it, or notes why that failed. */
async function look(
  tx: Tx,
  cmd: Command,
  at: { leaseId?: string },
  failed?: RenewalProblem,
): Promise<boolean> {
  const row = await lockDueRenewal.first(tx, { now: cmd.now, leaseId: at.leaseId ?? null })
  // One that was named is looked at by another process now.
  if (!row) return at.leaseId !== undefined
  at.leaseId = row.leaseId
  const lease = await leaseById.first(tx, { id: row.leaseId })
  const plan = await planForSale(tx, row.planId)
  if (!lease?.expiresAt || lease.closedAt || !plan) {
    await stopRenewal.run(tx, { leaseId: row.leaseId, now: cmd.now })
    return true
  }
  const ending = { end: lease.expiresAt, graceDays: plan.graceDays }
  const isSame = row.triedFor?.getTime() === ending.end.getTime()
  const before = isSame ? row : { ...row, tries: 0, triedAt: null, problem: null }
  const announced = await announce(tx, cmd, { row: before, lease, plan, ending })
  if (!isTryDue(ending, before.triedAt, cmd.now)) {
    await note(tx, cmd, announced, ending)
    return true
  }
  const tried = { ...announced, tries: before.tries + 1, triedAt: cmd.now, triedFor: ending.end }
  if (!failed) await renew(tx, cmd, { row: announced, lease, plan, ending })
  else if (isMailed(ending, cmd.now)) await mailFailed(tx, cmd, { row, plan, ending, problem: failed })
  await note(tx, cmd, { ...tried, problem: failed ?? null }, ending)
  return true
}

const note = (tx: Tx, cmd: Command, row: Renewal, ending: Ending) =>
  noteLook.run(tx, { ...row, nextTryAt: nextLookAt(ending, cmd.now), now: cmd.now })

async function pricesOf(tx: Tx, { row, lease, plan }: Looked) {
  const options = priceOptions(plan.options, row.specs, plan)
  const { toldPrice, toldAt } = row
  return {
    currentFen: parseAmount(plan.price) + options.fen,
    paidFen: await paidUnitFen(tx, lease, plan, row.specs),
    keepsPrice: plan.keepsPrice,
    told: toldPrice !== null && toldAt ? { fen: parseAmount(toldPrice), at: toldAt } : undefined,
  }
}

/** Mails a price that will be another one than the last, a week before the end; once for each price and end. */
async function announce(tx: Tx, cmd: Command, looked: Looked): Promise<Renewal> {
  const { row, ending } = looked
  const { currentFen, paidFen, keepsPrice, told } = await pricesOf(tx, looked)
  const isNew = paidFen !== undefined && currentFen !== paidFen && !keepsPrice
  const wasTold = told?.fen === currentFen && told.at.getTime() > ending.end.getTime() - 8 * DAY_MS
  if (!isNew || wasTold || !isAnnounceable(ending, cmd.now)) return row
  await mailPrice(tx, cmd, { ...looked, beforeFen: paidFen, afterFen: currentFen })
  return { ...row, toldPrice: formatAmount(currentFen), toldAt: cmd.now }
}

/** Orders a renewal and pays it from the wallet, or pays the one that waits for that. */
async function renew(tx: Tx, cmd: Command, looked: Looked): Promise<void> {
  const { row, lease, ending } = looked
  const [open] = await openForLeases.all(tx, { leaseIds: [lease.id] })
  if (open && open.kind !== 'renew') throw leaseHasOpenOrder()
  const { accountId, planId, specs, language } = row
  const unitFen = renewalFen(await pricesOf(tx, looked), ending.end)
  const own = { accountId, language, planId, specs, quantity: 1, leaseId: lease.id }
  const order = open ?? (await placeOrder(tx, cmd, { ...own, renews: { unitFen } }))
  if (order.status === 'pending') await payPendingFromWallet(tx, cmd, order)
}
