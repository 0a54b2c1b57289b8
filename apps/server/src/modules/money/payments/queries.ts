import { and, eq, getTableColumns, gte, inArray, lt, type SQL } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { deletionOf } from '../../../platform/retention.ts'
import { sealedColumn } from '../../../platform/sealed-column.ts'
import { change, columnsOf, query, standalone } from '../../../platform/statement.ts'
import type { PaidFor, PaymentState, Verdict } from './model.ts'
import { notice, payment } from './table.ts'

export type Payment = typeof payment.$inferSelect
export type Notice = typeof notice.$inferSelect

const columns = columnsOf(payment)

export const paymentById = query<{ id: string }, Payment>(
  'payments.by_id',
  `select ${columns} from payments_payment where id = $id`,
)
export const paymentByReference = query<{ interfaceId: string; reference: string }, Payment>(
  'payments.by_reference',
  `select ${columns} from payments_payment where interface_id = $interfaceId and reference = $reference`,
)
export const paymentsFor = query<{ forId: string }, Payment>(
  'payments.paid_for',
  `select ${columns} from payments_payment where for_id = $forId order by created_at, id`,
)

export const lockPending = change<{ forId: string; interfaceId: string }, Payment>(
  'payments.lock_pending',
  `select ${columns} from payments_payment
   where for_id = $forId and interface_id = $interfaceId and status = 'pending' for update`,
)
export const lockPendingFor = change<{ forId: string }, Payment>(
  'payments.lock_pending_for',
  `select ${columns} from payments_payment where for_id = $forId and status = 'pending' order by id for update`,
)

type New = Pick<
  Payment,
  | 'id'
  | 'accountId'
  | 'interfaceId'
  | 'gateway'
  | 'forKind'
  | 'forId'
  | 'title'
  | 'language'
  | 'amount'
  | 'walletPart'
  | 'reference'
  | 'expiresAt'
  | 'nextAskAt'
> & { now: Date }

export const insertPayment = change<New, Payment>(
  'payments.insert_payment',
  `insert into payments_payment (id, account_id, interface_id, gateway, for_kind, for_id, title, language, amount, wallet_part, reference,
     status, expires_at, next_ask_at, created_at, updated_at)
   values ($id, $accountId, $interfaceId, $gateway, $forKind, $forId, $title, $language, $amount, $walletPart, $reference,
     'pending', $expiresAt, $nextAskAt, $now, $now) returning ${columns}`,
)

export const saveAction = change<
  { id: string; action: string; gatewayTx: string | null; expiresAt: Date; now: Date },
  Payment
>(
  'payments.save_action',
  `update payments_payment set action = coalesce(action, $action::jsonb), gateway_tx = coalesce(gateway_tx, $gatewayTx),
     expires_at = $expiresAt, updated_at = $now
   where id = $id returning ${columns}`,
)

interface Claim {
  readonly id: string
  readonly gatewayTx: string
  readonly amount: string
  readonly fee: string
  readonly confirmedBy: string | null
  readonly note: string
  readonly now: Date
}

export const lockPayment = change<{ id: string }, Payment>(
  'payments.lock',
  `select ${columns} from payments_payment where id = $id for update`,
)
export const setFee = change<{ id: string; fee: string; now: Date }>(
  'payments.set_fee',
  'update payments_payment set fee = $fee, updated_at = $now where id = $id',
)

/** Those that a gateway's file names by either number, and those that were counted in its time. */
export const paymentsInStatement = query<
  {
    interfaceId: string
    references: readonly string[]
    transactions: readonly string[]
    fromAt: Date
    toAt: Date
  },
  Payment
>(
  'payments.in_statement',
  `select ${columns} from payments_payment where interface_id = $interfaceId and (
     reference = any($references::text[]) or gateway_tx = any($transactions::text[])
     or (paid_at between $fromAt and $toAt))
   order by id`,
)

/** Counts a payment, if it isn't counted: of any number that try at once, the database lets one. */
export const markPaid = change<Claim, Payment>(
  'payments.mark_paid',
  `update payments_payment set status = 'success', gateway_tx = $gatewayTx, amount = $amount, fee = $fee, paid_at = $now,
     next_ask_at = null, problem = null, confirmed_by = $confirmedBy, note = $note, updated_at = $now
   where id = $id and status in ('pending', 'failed') returning ${columns}`,
)

/** `nextAskAt` stays where it may have been paid all the same. */
export const markFailed = change<{ id: string; problem: string; nextAskAt: Date | null; now: Date }, Payment>(
  'payments.mark_failed',
  `update payments_payment set status = 'failed', problem = $problem, next_ask_at = $nextAskAt, updated_at = $now
   where id = $id and status = 'pending' returning ${columns}`,
)

/** Takes payments to ask for, up to `perGateway` of each, so that no other process has them until `lostAt`. */
export const claimDue = standalone<{ now: Date; lostAt: Date; perGateway: number }, Payment>(
  'payments.claim_due',
  `update payments_payment set asks = asks + 1, next_ask_at = $lostAt where id in (
     select id from payments_payment where id in (
       select id from (
         select id, row_number() over (partition by interface_id order by next_ask_at) as nth
         from payments_payment where next_ask_at <= $now) due
       where nth <= $perGateway)
     and next_ask_at <= $now for update skip locked)
   returning ${columns}`,
)

/** The same of one. */
export const claimOne = standalone<{ id: string; lostAt: Date }, Payment>(
  'payments.claim_one',
  `update payments_payment set asks = asks + 1, next_ask_at = $lostAt
   where id = $id and status in ('pending', 'failed') returning ${columns}`,
)

export const askAgain = standalone<{ id: string; nextAskAt: Date | null; problem: string | null }>(
  'payments.ask_again',
  `update payments_payment set next_ask_at = $nextAskAt, problem = $problem
   where id = $id and status in ('pending', 'failed')`,
)

export const insertNotice = standalone<Pick<Notice, 'id' | 'at' | 'interfaceId' | 'sealed' | 'ip'>>(
  'payments.insert_notice',
  `insert into payments_notice (id, at, interface_id, sealed, verdict, ip)
   values ($id, $at, $interfaceId, $sealed, 'error', $ip)`,
)
export const judgeNotice = standalone<{
  id: string
  verdict: Verdict
  reason: string
  paymentId: string | null
}>(
  'payments.judge_notice',
  `update payments_notice set verdict = $verdict, reason = $reason, payment_id = coalesce($paymentId, payment_id) where id = $id`,
)
/** What is in doubt no more: paid after that, a refund that ended, a gateway of which nothing odd was heard for a day. */
export const settledDoubts = query<
  { ids: readonly string[]; raised: readonly Date[]; quietSince: Date },
  { id: string }
>(
  'payments.settled_doubts',
  `select doubt.id from unnest($ids::uuid[], $raised::timestamptz[]) doubt (id, raised)
     left join payments_payment p on p.id = doubt.id
     left join payments_refund r on r.id = doubt.id
   where p.paid_at > doubt.raised
     or r.status in ('success', 'failed') and greatest(r.updated_at, $quietSince) > doubt.raised
     or p.id is null and r.id is null and doubt.raised < $quietSince and not exists (
       select from payments_notice n
       where n.interface_id = doubt.id and n.verdict in ('forged', 'mismatch', 'unknown') and n.at > $quietSince)`,
)
/** Notices of a payment that was asked about, and is paid. */
export const acceptAsked = change<{ paymentId: string }>(
  'payments.accept_asked',
  `update payments_notice set verdict = 'accepted' where payment_id = $paymentId and verdict = 'asking'`,
)
export const noticeById = query<{ id: string }, Notice>(
  'payments.notice_by_id',
  `select ${columnsOf(notice)} from payments_notice where id = $id`,
)
export const noticesOf = query<{ paymentIds: readonly string[] }, Omit<Notice, 'sealed'>>(
  'payments.notices_of',
  `select id, at, interface_id, payment_id, verdict, reason, ip from payments_notice
   where payment_id = any($paymentIds::uuid[]) order by at, id`,
)

export const deleteOldNotices = deletionOf('payments.delete_old_notices', 'payments_notice', 'at < $before')

export const noticeSealed = sealedColumn({
  purpose: 'payments',
  table: 'payments_notice',
  column: 'sealed',
  bound: 'id::text',
})

export const paymentOrder = ordering<Payment>(
  { created_at: onTime(payment.createdAt, (row) => row.createdAt) },
  onId(payment.id, (row) => row.id),
  '-created_at',
)

export interface PaymentFilters {
  readonly status?: PaymentState | undefined
  readonly accountId?: string | undefined
  readonly accountIds?: readonly string[] | undefined
  readonly interfaceId?: string | undefined
  readonly forId?: string | undefined
  readonly forKind?: PaidFor | undefined
  readonly reference?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Payments, newest first unless sorted. */
export async function listPayments(db: Db, filters: PaymentFilters, page: Page): Promise<Paged<Payment>> {
  const { status, accountId, accountIds, interfaceId, forId, forKind, reference, from, to } = filters
  const { where, orderBy, toPage } = paymentOrder.of(page)
  const conditions: (SQL | undefined)[] = [
    status ? eq(payment.status, status) : undefined,
    accountId ? eq(payment.accountId, accountId) : undefined,
    accountIds ? inArray(payment.accountId, [...accountIds]) : undefined,
    forId ? eq(payment.forId, forId) : undefined,
    forKind ? eq(payment.forKind, forKind) : undefined,
    interfaceId ? eq(payment.interfaceId, interfaceId) : undefined,
    reference ? eq(payment.reference, reference) : undefined,
    from ? gte(payment.createdAt, from) : undefined,
    to ? lt(payment.createdAt, to) : undefined,
    where,
  ]
  const rows = await db.orm
    .select()
    .from(payment)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

export const noticeOrder = ordering<Omit<Notice, 'sealed'>>(
  { at: onTime(notice.at, (row) => row.at) },
  onId(notice.id, (row) => row.id),
  '-at',
)

export interface NoticeFilters {
  readonly verdict?: Verdict | undefined
  readonly paymentId?: string | undefined
}

/** What gateways sent, newest first unless sorted. */
export async function listNotices(
  db: Db,
  { verdict, paymentId }: NoticeFilters,
  page: Page,
): Promise<Paged<Omit<Notice, 'sealed'>>> {
  const { where, orderBy, toPage } = noticeOrder.of(page)
  const { sealed: _, ...shown } = getTableColumns(notice)
  const rows = await db.orm
    .select(shown)
    .from(notice)
    .where(
      and(
        verdict ? eq(notice.verdict, verdict) : undefined,
        paymentId ? eq(notice.paymentId, paymentId) : undefined,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}
