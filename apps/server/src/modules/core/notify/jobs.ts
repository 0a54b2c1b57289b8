import type { Command } from '../../../platform/command.ts'
import { listener, task, type Job } from '../../../platform/jobs.ts'
import { forgetting } from '../../../platform/retention.ts'
import type { JobsOf } from '../../../platform/module.ts'
import { mailQueuedType } from './events.ts'
import { deleteOldMails } from './queries.ts'
import { sendMails } from './send-mails.ts'
import { openSmtp } from './smtp.ts'

/** Mails are written whether or not there is a server to send them; those that are worth it wait for one. */
export function notifyJobs({ secretSetting, log }: JobsOf): readonly Job[] {
  if (secretSetting('mail.smtp_url') === '')
    log.warn('no mail server is configured (mail.smtp_url): mails wait and are not sent')
  const serverOf = openSmtp()
  const sendDue = async (cmd: Command) => {
    const { secretSetting: secret, settings } = cmd.services
    const send = serverOf({ url: secret('mail.smtp_url'), from: settings.mail.from })
    if (send) await sendMails(cmd, send)
  }
  return [
    listener('notify.send_queued', mailQueuedType, sendDue),
    // Tries again what failed, and what was written while there was no server.
    task('notify.send_due', 10, sendDue),
    forgetting('notify.forget', deleteOldMails, (keep) => keep.mails_days),
  ]
}
