import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../platform/table.ts'

/** One setting that staff changed; what isn't here is as configured. */
export const setting = pgTable('settings_setting', {
  /** As in config.toml: `mail.from`. */
  key: text('key').primaryKey(),
  /** A text or a number; a secret is sealed, in base64. */
  value: jsonb('value').notNull(),
  changedAt: instant('changed_at').notNull(),
})
