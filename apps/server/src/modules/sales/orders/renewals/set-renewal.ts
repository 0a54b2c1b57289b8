import { demand, type Command, type CustomerCommand } from '../../../../platform/command.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { planForSale } from '../../../leasing/catalog/index.ts'
import { leaseById, leaseClosed } from '../../../leasing/leases/index.ts'
import { planNotOffered, planNotOfLease } from '../errors.ts'
import { ordersMay } from '../permissions.ts'
import { paidOrdersOf } from '../queries.ts'
import { lockRenewal, saveRenewal, stopRenewal, type Renewal } from './queries.ts'

export interface Choice {
  readonly leaseId: string
  readonly auto: boolean
  /** Absent: the plan that was paid last. */
  readonly planId?: string | undefined
}

/** Switches on, or off, that a lease is renewed by itself from its holder's wallet. It is looked at within a minute. */
export function setRenewal(cmd: CustomerCommand, { leaseId, auto, planId }: Choice): Promise<Renewal> {
  return inTransaction(cmd, 'orders.set_renewal', async (tx) => {
    const lease = await leaseById.first(tx, { id: leaseId })
    if (!lease || lease.accountId !== cmd.actor.id) throw notFound()
    if (lease.closedAt) throw leaseClosed()
    const [last] = await paidOrdersOf.all(tx, { leaseId })
    const chosen = planId ?? last?.planId
    const plan = chosen ? await planForSale(tx, chosen) : undefined
    if (!plan || (auto && !plan.isOffered)) throw planNotOffered()
    if (plan.productId !== lease.productId) throw planNotOfLease()
    return saveRenewal.one(tx, {
      ...{ leaseId, accountId: lease.accountId, planId: plan.planId, language: cmd.language, auto },
      specs: JSON.stringify(last?.planId === plan.planId ? last.specs : {}),
      nextTryAt: auto ? cmd.now : null,
      now: cmd.now,
    })
  })
}

/** Staff switch a renewal off; its customer may switch it on again. */
export function switchOff(
  cmd: Command,
  { leaseId, reason }: { readonly leaseId: string; readonly reason: string },
): Promise<Renewal> {
  demand(cmd, ordersMay.cancel)
  return inTransaction(cmd, 'orders.switch_off_renewal', async (tx) => {
    const before = await lockRenewal.first(tx, { leaseId })
    if (!before) throw notFound()
    const after = await stopRenewal.one(tx, { leaseId, now: cmd.now })
    await record(tx, cmd, {
      action: 'orders.renewal_switched_off',
      subject: { kind: 'account', id: before.accountId },
      before: { lease_id: leaseId, auto: before.auto },
      after: { lease_id: leaseId, auto: after.auto, reason },
    })
    return after
  })
}
