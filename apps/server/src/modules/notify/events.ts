import { event } from '../../platform/events.ts'

export const mailQueuedName = 'notify.mail_queued.v1'

/** A mail is waiting to be sent; what stands in it is not told. */
export const mailQueued = (mailId: string) => event(mailQueuedName, [mailId], { mail_id: mailId })
