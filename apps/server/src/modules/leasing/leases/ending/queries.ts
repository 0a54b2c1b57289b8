import { DAY_MS } from '@lessor/kit'
import { and, desc, eq, gt, isNotNull, lte, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Db } from '../../../../platform/db.ts'
import { onId, onTimeOrNever, ordering, type Page, type Paged } from '../../../../platform/paging.ts'
import { lease, neverHeld } from '../table.ts'

export const leaseStates = ['active', 'within_3d', 'within_7d', 'expired', 'never'] as const
/** How the time of an account stands: some is left; it ends within 3 or 7 days; it is over; none was ever held. */
export type LeaseState = (typeof leaseStates)[number]

interface Asked {
  readonly productId: string
  /** Absent: any. */
  readonly state?: LeaseState | undefined
  readonly now: Date
}

/** The condition that an account's time of a product stands so; `accountId` is its SQL for the account. */
export function standsSo(accountId: SQLWrapper, asked: Asked & { readonly state: LeaseState }): SQL {
  const [from, of, so] =
    asked.state === 'never'
      ? [neverHeld, neverHeld.accountId, never(asked)]
      : [lease, lease.accountId, ends(asked)]
  return sql`exists (select from ${from} where ${of} = ${accountId} and ${so})`
}

const never = ({ productId }: Asked) => eq(neverHeld.productId, productId)

/** The condition on a lease that its end lies so; one that has none never held time. */
function ends({ productId, state = 'never', now }: Asked): SQL | undefined {
  const end = lease.expiresAt
  const by = (days: number) => and(gt(end, now), lte(end, new Date(now.getTime() + days * DAY_MS)))
  const so: Record<LeaseState, SQL | undefined> = {
    active: gt(end, now),
    within_3d: by(3),
    within_7d: by(7),
    expired: lte(end, now),
    never: isNotNull(end),
  }
  return and(eq(lease.productId, productId), so[state])
}

/** How many accounts' time of a product stands so. */
export const countStanding = (db: Db, asked: Asked & { readonly state: LeaseState }): Promise<number> =>
  asked.state === 'never' ? db.orm.$count(neverHeld, never(asked)) : db.orm.$count(lease, ends(asked))

export interface Ended {
  readonly accountId: string
  /** When its last time ends, or ended; null when it never held any. */
  readonly expiresAt: Date | null
}

const endOrder = ordering<Ended>(
  {
    // The bare column, which has an index; who never held any is read apart.
    expire_at: { ...onTimeOrNever(lease.expiresAt, (row) => row.expiresAt), by: lease.expiresAt },
  },
  onId(lease.accountId, (row) => row.accountId),
  'expire_at',
)

interface Wanted extends Asked {
  /** Selects the ids to list; absent: all. */
  readonly accounts?: SQL | undefined
}

/** Accounts by the end of what they hold of a product, who never held any before all others. */
export async function listByEnd(db: Db, wanted: Wanted, page: Page): Promise<Paged<Ended>> {
  const { where, orderBy, toPage, descending, last } = endOrder.of(page)
  const rows = page.limit + 1
  // These first, in either order: a lease granted between the two queries cannot appear twice.
  const timed = wanted.state === 'never' ? [] : await timedOf(db, wanted, { where, orderBy, rows })
  if (descending ? timed.length > page.limit : last !== undefined && last.value !== null) return toPage(timed)
  const without = !wanted.state || wanted.state === 'never'
  const from = last?.value === null ? last.unique : undefined
  const never = without ? await neverOf(db, wanted, { from, descending, rows }) : []
  return toPage(descending ? [...timed, ...never] : [...never, ...timed])
}

const among = (accountId: SQLWrapper, { accounts }: Wanted) => accounts && sql`${accountId} in (${accounts})`

function timedOf(
  db: Db,
  wanted: Wanted,
  { where, orderBy, rows }: { where: SQL | undefined; orderBy: readonly SQL[]; rows: number },
): Promise<Ended[]> {
  return db.orm
    .select({ accountId: lease.accountId, expiresAt: lease.expiresAt })
    .from(lease)
    .where(and(ends(wanted), among(lease.accountId, wanted), where))
    .orderBy(...orderBy)
    .limit(rows)
}

function neverOf(
  db: Db,
  wanted: Wanted,
  { from, descending, rows }: { from: SQL | undefined; descending: boolean; rows: number },
): Promise<Ended[]> {
  const { accountId } = neverHeld
  return db.orm
    .select({ accountId, expiresAt: sql<null>`null` })
    .from(neverHeld)
    .where(
      and(
        never(wanted),
        among(accountId, wanted),
        from && (descending ? sql`${accountId} < ${from}` : sql`${accountId} > ${from}`),
      ),
    )
    .orderBy(descending ? desc(accountId) : accountId)
    .limit(rows)
}
