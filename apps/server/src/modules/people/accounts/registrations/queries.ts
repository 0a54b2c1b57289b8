import { nameKey } from '@lessor/kit'
import { and, eq, gte, lt } from 'drizzle-orm'
import type { Db } from '../../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../../platform/paging.ts'
import { deletionOf } from '../../../../platform/retention.ts'
import { change } from '../../../../platform/statement.ts'
import { registration } from '../table.ts'

export type Registration = typeof registration.$inferSelect

export const insertRegistration = change<Registration>(
  'accounts.insert_registration',
  `insert into accounts_registration (id, at, account_id, username, username_key, result, ip, user_agent)
   values ($id, $at, $accountId, $username, $usernameKey, $result, $ip, $userAgent)`,
)

export interface RegistrationFilters {
  readonly username?: string | undefined
  readonly ip?: string | undefined
  readonly result?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

export const registrationOrder = ordering<Registration>(
  { at: onTime(registration.at, (row) => row.at) },
  onId(registration.id, (row) => row.id),
  '-at',
)

/** Tries to register, newest first unless sorted. */
export async function listRegistrations(
  db: Db,
  filters: RegistrationFilters,
  page: Page,
): Promise<Paged<Registration>> {
  const { where, orderBy, toPage } = registrationOrder.of(page)
  const conditions = [
    filters.username ? eq(registration.usernameKey, nameKey(filters.username)) : undefined,
    filters.ip ? eq(registration.ip, filters.ip) : undefined,
    filters.result ? eq(registration.result, filters.result) : undefined,
    filters.from ? gte(registration.at, filters.from) : undefined,
    filters.to ? lt(registration.at, filters.to) : undefined,
    where,
  ]
  const rows = await db.orm
    .select()
    .from(registration)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

export const deleteRegistrations = deletionOf(
  'accounts.delete_registrations',
  'accounts_registration',
  'at < $before order by at',
)
