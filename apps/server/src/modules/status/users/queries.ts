import { sealedColumn } from '../../../platform/sealed-column.ts'
import { change, query } from '../../../platform/statement.ts'
import { nameColumn } from '../../people/accounts/index.ts'
import { standingColumns, type StandingEntry } from '../../leasing/leases/index.ts'

/** Gives an account this link, in place of the one that it had. */
export const replaceLink = change<{
  accountId: string
  tokenHash: Buffer
  sealed: Buffer | null
  now: Date
}>(
  'status.replace_link',
  `insert into status_link (account_id, token_hash, sealed, created_at)
     values ($accountId, $tokenHash, $sealed, $now)
   on conflict (account_id) do update set token_hash = $tokenHash, sealed = $sealed, created_at = $now`,
)

interface KeptLink {
  readonly accountId: string
  readonly tokenHash: Buffer
  readonly sealed: Buffer | null
}

export const linksOf = query<{ accountIds: readonly string[] }, KeptLink>(
  'status.links_of',
  'select account_id, token_hash, sealed from status_link where account_id = any($accountIds)',
)

interface LinkStanding {
  readonly name: string | null
  readonly expiresAt: Date | null
  readonly history: readonly StandingEntry[]
}

const nilId = '00000000-0000-0000-0000-000000000000'

/**
 * What a link shows, in one question. An unknown hash runs the same query with the nil id (equal timing); its
 * name is null.
 */
export const linkStanding = query<{ tokenHash: Buffer; productId: string }, LinkStanding>(
  'status.link_standing',
  `select ${nameColumn('link.account_id')}, ${standingColumns('link.account_id', '$productId')}
   from (select coalesce((select account_id from status_link where token_hash = $tokenHash), '${nilId}') as account_id) link`,
  { reads: ['accounts', 'leases'] },
)

export const statusSealed = sealedColumn({
  purpose: 'status',
  table: 'status_link',
  column: 'sealed',
  bound: 'account_id::text',
})
