import { and, eq, like, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../../platform/db.ts'
import { onId, onTime, ordering, type Page, type Paged } from '../../../platform/paging.ts'
import { beginning } from '../../../platform/patterns.ts'
import { deletionOf } from '../../../platform/retention.ts'
import { sealedColumn } from '../../../platform/sealed-column.ts'
import { change, columnsOf, query, standalone } from '../../../platform/statement.ts'
import { mail } from './table.ts'

export type Mail = typeof mail.$inferSelect

interface NewMail extends Record<string, unknown> {
  readonly id: string
  readonly recipient: string
  readonly template: string
  readonly language: string
  readonly fields: Buffer
  readonly sendBefore: Date | null
  readonly aboutId: string | null
  readonly now: Date
}

export const insertMail = change<NewMail>(
  'notify.insert_mail',
  `insert into notify_mail (id, recipient, template, language, fields, state, next_try_at, send_before, about_id, created_at)
   values ($id, $recipient, $template, $language, $fields, 'waiting', $now, $sendBefore, $aboutId, $now)`,
)

/** The mails about something, the oldest first. */
export const mailsAbout = query<{ aboutId: string }, Omit<Mail, 'fields'>>(
  'notify.mails_about',
  `select ${columnsOf(mail).replace(' fields,', '')} from notify_mail where about_id = $aboutId order by created_at, id`,
)

/**
 * Takes one mail to try, exclusively until `lostAt`. Fresh ones come first: an address that refuses
 * doesn't hold up the others.
 */
export const claimMail = standalone<{ now: Date; lostAt: Date }, Mail>(
  'notify.claim_mail',
  `update notify_mail set attempts = attempts + 1, next_try_at = $lostAt
   where id = (select id from notify_mail where state = 'waiting' and next_try_at <= $now
               order by attempts, next_try_at limit 1 for update skip locked)
   returning ${columnsOf(mail)}`,
)

export const giveUpLate = standalone<{ now: Date; error: string }>(
  'notify.give_up_late',
  `update notify_mail set state = 'failed', fields = null, last_error = coalesce(last_error || ' / ', '') || $error
   where state = 'waiting' and next_try_at <= $now and send_before <= $now`,
)

export const markSent = standalone<{ id: string; now: Date }>(
  'notify.mark_sent',
  `update notify_mail set state = 'sent', sent_at = $now, fields = null, last_error = null where id = $id`,
)

/** Without `retryAt` it is given up. */
export const markFailed = standalone<{ id: string; error: string; retryAt: Date | null }>(
  'notify.mark_failed',
  `update notify_mail set last_error = $error,
     state = case when $retryAt::timestamptz is null then 'failed' else 'waiting' end,
     fields = case when $retryAt::timestamptz is null then null else fields end,
     next_try_at = coalesce($retryAt::timestamptz, next_try_at)
   where id = $id and state = 'waiting'`,
)

interface MailCounts {
  readonly waiting: number
  /** Of those, what the mail server didn't take at the first try. */
  readonly failing: number
  readonly sentLately: number
  readonly givenUpLately: number
}

/** How many mails wait now, and what became of those written since a moment. */
export const mailCounts = query<{ since: Date }, MailCounts>(
  'notify.mail_counts',
  `select waiting, failing, sent_lately, given_up_lately
   from (select count(*) as waiting, count(last_error) as failing from notify_mail where state = 'waiting') now,
     (select count(*) filter (where state = 'sent') as sent_lately,
        count(*) filter (where state = 'failed') as given_up_lately
      from notify_mail where created_at >= $since) lately`,
)

export interface MailFilters {
  /** The beginning of an address. */
  readonly recipient?: string | undefined
  readonly template?: Mail['template'] | undefined
  readonly state?: Mail['state'] | undefined
}

export const mailOrder = ordering<Mail>(
  { created_at: onTime(mail.createdAt, (row) => row.createdAt) },
  onId(mail.id, (row) => row.id),
  '-created_at',
)

/** Mails, newest first unless sorted. */
export async function listMails(db: Db, filters: MailFilters, page: Page): Promise<Paged<Mail>> {
  const { where, orderBy, toPage } = mailOrder.of(page)
  const conditions: (SQL | undefined)[] = [
    filters.recipient
      ? like(sql`lower(${mail.recipient})`, beginning(filters.recipient.toLowerCase()))
      : undefined,
    filters.template ? eq(mail.template, filters.template) : undefined,
    filters.state ? eq(mail.state, filters.state) : undefined,
    where,
  ]
  const rows = await db.orm
    .select()
    .from(mail)
    .where(and(...conditions))
    .orderBy(...orderBy)
    .limit(page.limit + 1)
  return toPage(rows)
}

export const deleteOldMails = deletionOf(
  'notify.delete_old',
  'notify_mail',
  `created_at < $before and state <> 'waiting' order by created_at`,
)

export const notifySealed = sealedColumn({
  purpose: 'mail',
  table: 'notify_mail',
  column: 'fields',
  bound: 'id::text',
})
