import type { Language } from '@lessor/kit'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from '../../../platform/table.ts'
import type { MailState } from './model.ts'

/** One mail: written with the change that causes it, sent by a job, kept as the delivery history. */
export const mail = pgTable(
  'notify_mail',
  {
    id: uuid('id').primaryKey(),
    recipient: text('recipient').notNull(),
    template: text('template').notNull(),
    language: text('language').$type<Language>().notNull(),
    /** The template's fields, sealed: a code or link in them is a secret. Emptied once the mail is sent or given up. */
    fields: bytea('fields'),
    /** What it is about: an order, for its story. */
    aboutId: uuid('about_id'),
    state: text('state').$type<MailState>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    /** When it may be tried again; while a try runs, when that try counts as lost. */
    nextTryAt: instant('next_try_at').notNull(),
    /** Worth nothing later: the code in it is dead by then. */
    sendBefore: instant('send_before'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    index('notify_mail_created').on(t.createdAt, t.id),
    index('notify_mail_about')
      .on(t.aboutId)
      .where(sql`${t.aboutId} is not null`),
    // A search finds by the beginning of an address, however it was typed, whatever the database's collation.
    index('notify_mail_address').on(sql`lower(${t.recipient}) text_pattern_ops`),
    index('notify_mail_due')
      .on(t.nextTryAt)
      .where(sql`${t.state} = 'waiting'`),
    check('notify_mail_state', sql`${t.state} in ('waiting', 'sent', 'failed')`),
  ],
)
