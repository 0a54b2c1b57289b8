import { query } from '../../../platform/statement.ts'
import type { Facts } from './model.ts'

interface Asked {
  /** The day: from its first instant to the next one's. */
  readonly from: Date
  readonly to: Date
  /** Leases that end from now until then. */
  readonly now: Date
  readonly until: Date
}

export const factsOf = query<Asked, Facts>(
  'summary.facts',
  `select o.orders, o.income, r.refunds, r.refunded, a.accounts, l.ending, w.alerts
   from (select count(*)::int as orders, coalesce(sum(total), 0.00) as income
       from orders_order where paid_at >= $from and paid_at < $to) o,
     (select count(*)::int as refunds, coalesce(sum(amount), 0.00) as refunded
       from orders_refund where at >= $from and at < $to) r,
     (select count(*)::int as accounts from accounts_account where created_at >= $from and created_at < $to) a,
     (select count(*)::int as ending from leases_lease where expires_at > $now and expires_at < $until) l,
     (select count(*)::int as alerts from alerts_alert where resolved_at is null) w`,
  { reads: ['orders', 'accounts', 'leases', 'alerts'] },
)
