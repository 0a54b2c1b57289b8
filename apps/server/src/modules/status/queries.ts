import { statement } from '../../platform/statement.ts'

/** Replaces the link that the account had; answers its hash. Two at once stand in line: each sees the one before it. */
export const replaceLink = statement<
  { accountId: string; tokenHash: Buffer; now: Date },
  { previous: Buffer | null }
>(
  'status.replace_link',
  `insert into status_link as l (account_id, token_hash, created_at) values ($accountId, $tokenHash, $now)
   on conflict (account_id) do update set token_hash = $tokenHash, created_at = $now
   returning old.token_hash as previous`,
)

export const linksOf = statement<{ accountIds: readonly string[] }, { accountId: string; tokenHash: Buffer }>(
  'status.links_of',
  'select account_id, token_hash from status_link where account_id = any($accountIds)',
)

export const linkedAccount = statement<{ tokenHash: Buffer }, { accountId: string }>(
  'status.linked_account',
  'select account_id from status_link where token_hash = $tokenHash',
)
