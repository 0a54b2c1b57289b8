import type { LinkState } from '@lessor/status'
import type { Command } from '../../../platform/command.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { linksOf, replaceLink, statusSealed } from './queries.ts'

export interface NewLink {
  readonly accountId: string
  /** SHA-256 of the token, in lower-case hex. */
  readonly tokenHash: string
  /** Absent in links from elsewhere, of which only the hash is known. */
  readonly token?: string
}

/** Gives an account a link instead of the one it had. */
export async function saveLink(
  tx: Tx,
  cmd: Command,
  { accountId, tokenHash, token }: NewLink,
): Promise<void> {
  const sealed =
    token === undefined
      ? null
      : cmd.services.secrets.seal(statusSealed.purpose, Buffer.from(token), accountId)
  const link = { accountId, tokenHash: Buffer.from(tokenHash, 'hex'), sealed, now: cmd.now }
  await replaceLink.run(tx, link)
}

/** What is known of the links of some accounts; one without a link is absent. */
export async function linkStatesOf(db: Db, accountIds: readonly string[]): Promise<Map<string, LinkState>> {
  const links = await linksOf.all(db, { accountIds })
  return new Map(links.map(({ accountId, sealed }) => [accountId, sealed ? 'showable' : 'replace_only']))
}
