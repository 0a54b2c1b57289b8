import { pgTable, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from '../../../platform/table.ts'
import { account } from '../../people/accounts/table.ts'

/** The one status link of an account; its holder sees how long the account has. */
export const statusLink = pgTable('status_link', {
  accountId: uuid('account_id').primaryKey().references(() => account.id),
  /** SHA-256 of the token. */
  tokenHash: bytea('token_hash').notNull().unique(),
  /** The token, sealed. Absent in links made before tokens were kept, and in those from elsewhere. */
  sealed: bytea('sealed'),
  createdAt: instant('created_at').notNull(),
}) // prettier-ignore
