import { eventType } from '../../../platform/events.ts'

export interface NoticeQueued {
  readonly notice_id: string
}

export const noticeQueuedType = eventType<NoticeQueued>('notices.notice_queued.v1')

/** A notice waits for its interfaces. */
export const noticeQueued = (noticeId: string) => noticeQueuedType([noticeId], { notice_id: noticeId })
