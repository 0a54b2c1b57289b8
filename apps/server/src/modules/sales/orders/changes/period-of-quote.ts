import type { Command } from '../../../../platform/command.ts'
import { days, leasesHeldBy, months, previewLease, type Preview } from '../../../leasing/leases/index.ts'
import { spanOf } from '../model.ts'
import type { Quote } from '../quote-order.ts'

/** What a quote would make of the lease if it were paid now; undefined for what brings no time at once. */
export async function periodOfQuote(
  { services, now }: Command,
  accountId: string,
  { plan, ofLease }: Quote,
  quantity: number,
): Promise<Preview | undefined> {
  if (plan.kind !== 'vip') return undefined
  const lease = ofLease?.lease ?? (await leasesHeldBy.all(services.db, { accountId })).find(isTheOne)
  const span = spanOf(plan, quantity)
  const by = 'months' in span ? months(span.months) : days(span.days)
  const zone = services.settings.server.time_zone
  const gives = ofLease?.gives
  return previewLease(lease, { by, level: plan.level ?? 1, ...(gives && { gives }) }, { now, zone })

  function isTheOne(one: { readonly productId: string; readonly holding: string | null }) {
    return one.productId === plan.productId && one.holding === null
  }
}
