import { eventType } from '../../../platform/events.ts'

export interface MailQueued {
  readonly mail_id: string
}

export const mailQueuedType = eventType<MailQueued>('notify.mail_queued.v1')

/** A mail is waiting to be sent; the event doesn't carry its content. */
export const mailQueued = (mailId: string) => mailQueuedType([mailId], { mail_id: mailId })
