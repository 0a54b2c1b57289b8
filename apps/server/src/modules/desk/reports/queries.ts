import { query } from '../../../platform/statement.ts'

/** What moved in a month for a product; amounts with two digits. */
export interface Flow {
  /** YYYY-MM of the operator's calendar. */
  readonly month: string
  /** Null: for no product (a top-up’s fee, say). */
  readonly productId: string | null
  readonly income: string
  readonly refunded: string
  readonly tax: string
  readonly fees: string
  readonly cost: string
  readonly losses: string
}

/** Debits less credits of an account, or the other way round. */
const debited = (account: string) => netOf(account, 'debit', 'credit')
const credited = (account: string) => netOf(account, 'credit', 'debit')
const netOf = (account: string, up: string, down: string) =>
  `coalesce(sum(case when e.${up} = '${account}' then e.amount when e.${down} = '${account}' then -e.amount end), 0.00)`

/** What the entries of each month say of income, tax and costs, by the product of the order that they were for. */
export const flows = query<{ months: readonly string[]; froms: readonly Date[]; tos: readonly Date[] }, Flow>(
  'reports.flows',
  `select m.month, o.product_id,
     coalesce(sum(e.amount) filter (where e.credit = 'income'), 0.00) as income,
     coalesce(sum(e.amount) filter (where e.debit = 'income'), 0.00) as refunded,
     ${credited('tax')} as tax, ${debited('fees')} as fees, ${debited('cost')} as cost, ${debited('losses')} as losses
   from unnest($months::text[], $froms::timestamptz[], $tos::timestamptz[]) as m (month, since, until)
   join ledger_entry e on e.at >= m.since and e.at < m.until
   left join orders_refund r on r.id = e.cause_id
   left join statements_row s on s.id = e.cause_id
   left join payments_payment p on p.id = coalesce(s.payment_id, e.cause_id)
   left join orders_order o on o.id = coalesce(r.order_id, p.for_id, e.cause_id)
   where e.debit in ('income', 'tax', 'fees', 'cost', 'losses') or e.credit in ('income', 'tax', 'fees', 'cost', 'losses')
   group by m.month, o.product_id`,
  { reads: ['ledger', 'orders', 'payments', 'statements'] },
)

export interface Deferred {
  readonly at: Date
  readonly productId: string
  readonly amount: string
}

/** When an order's time ended as of `b.at`: what took time back later doesn't count. */
const endsThen = 'coalesce(later.ends_before, case when o.ended_at >= b.at then o.ends_before end, o.ends_at)'

/** The part of an order's time that is to come at `b.at`, from 0 to 1; all of it while it has not begun. */
const toCome = `case
  when ${endsThen} is null then 1
  when ${endsThen} <= greatest(o.starts_at, b.at) or (o.status = 'terminated' and o.updated_at < b.at) then 0
  when o.starts_at >= b.at then 1
  else extract(epoch from ${endsThen} - b.at) / extract(epoch from ${endsThen} - o.starts_at) end`

/** How much of an amount with tax is no tax: of an order that credit alone paid, as of the other orders of its lease. */
const withoutTax = `case when o.total > 0 then o.net / o.total else coalesce((select sum(x.net) / nullif(sum(x.total), 0)
  from orders_order x where x.lease_id = o.lease_id and x.paid_at is not null), 1) end`

/**
 * What was paid for time that is to come, without tax, at each of some times: of every order that was paid before, what
 * was not given back by then, by the share of its time. What has no time (codes) is earned when it is paid.
 */
export const deferred = query<{ ats: readonly Date[] }, Deferred>(
  'reports.deferred',
  `select b.at, o.product_id, round(sum((o.net - coalesce(back.net, 0)
       + (o.credit - case when o.ended_at >= b.at then 0 else o.moved end) * ${withoutTax}) * ${toCome}), 2) as amount
   from unnest($ats::timestamptz[]) as b (at)
   join orders_order o on o.paid_at < b.at and (o.ends_at > b.at
     or (o.ends_at is null and o.terms ->> 'kind' <> 'codes')
     or (o.ended_at >= b.at and o.ends_before > b.at)
     or o.id in (select r.order_id from orders_refund r where r.at >= b.at and r.ends_before > b.at))
   left join lateral (select sum(r.amount - r.tax) as net
     from orders_refund r where r.order_id = o.id and r.at < b.at) back on true
   left join lateral (select r.ends_before
     from orders_refund r where r.order_id = o.id and r.at >= b.at order by r.at, r.id limit 1) later on true
   group by b.at, o.product_id`,
  { reads: ['orders'] },
)

export const productNames = query<{ ids: readonly string[] }, { id: string; name: string }>(
  'reports.product_names',
  'select id, name from catalog_product where id = any($ids::uuid[])',
  { reads: ['catalog'] },
)

export interface Taken {
  readonly name: string
  readonly received: string
  readonly income: string
  readonly refunded: string
}

/** What gateways took, what was sold and what was given back in each of some spans of time. */
export const takenIn = query<
  { names: readonly string[]; froms: readonly Date[]; tos: readonly Date[] },
  Taken
>(
  'reports.taken_in',
  `select s.name,
     coalesce(sum(e.amount) filter (where e.debit = 'gateway'), 0.00) as received,
     coalesce(sum(e.amount) filter (where e.credit = 'income'), 0.00) as income,
     coalesce(sum(e.amount) filter (where e.debit = 'income'), 0.00) as refunded
   from unnest($names::text[], $froms::timestamptz[], $tos::timestamptz[]) as s (name, since, until)
   left join ledger_entry e on e.at >= s.since and e.at < s.until and (e.debit in ('gateway', 'income') or e.credit = 'income')
   group by s.name`,
  { reads: ['ledger'] },
)

export interface Owed {
  readonly wallets: string
  readonly overdrawn: string
  readonly held: string
  readonly refunding: string
  readonly commission: string
}

/** What belongs to others: in wallets, held for orders, on its way back, earned as commission; and what wallets owe us. */
export const owedNow = query<Record<string, never>, Owed>(
  'reports.owed_now',
  `select coalesce(sum(balance) filter (where account = 'wallet' and balance > 0), 0.00) as wallets,
     coalesce(-sum(balance) filter (where account = 'wallet' and balance < 0), 0.00) as overdrawn,
     coalesce(sum(balance) filter (where account = 'held'), 0.00) as held,
     coalesce(sum(balance) filter (where account = 'refunding'), 0.00) as refunding,
     coalesce(sum(balance) filter (where account = 'commission'), 0.00) as commission
   from ledger_balance where balance <> 0`,
  { reads: ['ledger'] },
)
