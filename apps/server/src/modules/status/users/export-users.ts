import type { MovedUser } from '@lessor/status'
import { demand, type Command } from '../../../platform/command.ts'
import type { Db } from '../../../platform/db.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { listAccounts, nameOf, type Account, accountsMay } from '../../people/accounts/index.ts'
import { record } from '../../core/audit/index.ts'
import { vipProductId } from '../../leasing/catalog/index.ts'
import { lastEndsOf, listEntries, type LeaseEntry, leasesMay } from '../../leasing/leases/index.ts'
import { linksOf } from './queries.ts'

/** All users as another edition can take them, the newest first, after the audit log records it. Levels are left out. */
export async function exportUsers(cmd: Command): Promise<AsyncGenerator<MovedUser>> {
  demand(cmd, accountsMay.read)
  demand(cmd, leasesMay.read)
  const subject = { kind: 'status', id: 'users' }
  await inTransaction(cmd, 'status.export_users', (tx) =>
    record(tx, cmd, { action: 'status.users_exported', subject }),
  )
  return usersOf(cmd)
}

async function* usersOf({ services: { db } }: Command): AsyncGenerator<MovedUser> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const { items, nextCursor }: Awaited<ReturnType<typeof listAccounts>> = await listAccounts(
      db,
      {},
      { limit: 200, cursor },
    )
    const accountIds = items.map(({ id }) => id)
    const [ends, links] = await Promise.all([
      lastEndsOf(db, { accountIds, productId: vipProductId }),
      linksOf.all(db, { accountIds }),
    ])
    const hashes = new Map(links.map((link) => [link.accountId, link.tokenHash.toString('hex')]))
    for (const account of items) {
      const expiresAt = ends.get(account.id) ?? null
      yield movedOf(account, expiresAt, hashes.get(account.id) ?? null, await entriesOf(db, account.id))
    }
    cursor = nextCursor
  }
}

async function entriesOf(db: Db, accountId: string): Promise<LeaseEntry[]> {
  const all: LeaseEntry[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof listEntries>> = await listEntries(
      db,
      { accountId, productId: vipProductId },
      { limit: 200, cursor },
    )
    all.push(...page.items)
    cursor = page.nextCursor
  }
  return all.reverse()
}

const movedOf = (
  account: Account,
  expiresAt: Date | null,
  hash: string | null,
  entries: LeaseEntry[],
): MovedUser => ({
  id: account.id,
  username: nameOf(account),
  note: account.note,
  expires_at: expiresAt?.toISOString() ?? null,
  token_hash: hash,
  created_at: account.createdAt.toISOString(),
  records: entries.map((entry) => ({
    id: entry.id,
    change_days: entry.changeDays,
    reason: entry.reason,
    internal_note: entry.internalNote,
    expire_before: entry.expireBefore?.toISOString() ?? null,
    expire_after: entry.expireAfter?.toISOString() ?? null,
    operator: entry.operatorName,
    created_at: entry.createdAt.toISOString(),
  })),
})
