import type { Command } from '../../../platform/command.ts'
import { listener, task, type Job } from '../../../platform/jobs.ts'
import { forgetting } from '../../../platform/retention.ts'
import { noticeQueuedType } from './events.ts'
import { deleteOldNotices } from './queries.ts'
import { sendNotices } from './send-notices.ts'

export const noticeJobs: readonly Job[] = [
  listener('notices.send_queued', noticeQueuedType, (cmd: Command, _payload, signal) =>
    sendNotices(cmd, signal),
  ),
  // Tries again what failed.
  task('notices.send_due', 10, (cmd, signal) => sendNotices(cmd, signal)),
  forgetting('notices.forget', deleteOldNotices, (keep) => keep.mails_days),
]
