import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from '../../platform/table.ts'

/** One mail: written with the change that causes it, sent by a job, kept as the delivery history. */
export const mail = pgTable(
  'notify_mail',
  {
    id: uuid('id').primaryKey(),
    recipient: text('recipient').notNull(),
    template: text('template').notNull(),
    language: text('language').notNull(),
    /** The template's fields, sealed: a code or link in them is a secret. Emptied once the mail is sent. */
    fields: bytea('fields'),
    state: text('state').notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    index('notify_mail_created').on(t.createdAt, t.id),
    check('notify_mail_state', sql`${t.state} in ('waiting', 'sent', 'failed')`),
  ],
)
