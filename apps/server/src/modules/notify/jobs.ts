import { mailCodeWantedName } from '../accounts/index.ts'
import type { Settings } from '../../config.ts'
import { listener, task, type Job } from '../../platform/jobs.ts'
import type { Logger } from '../../platform/log.ts'
import { mailQueuedName } from './events.ts'
import { mailCode } from './mail-code.ts'
import { sendMails } from './send-mails.ts'
import { smtpServer } from './smtp.ts'

/** Mails are written whether or not there is a server to send them; those that are worth it wait for one. */
export function notifyJobs({ mail }: Settings, log: Logger): readonly Job[] {
  const writing = listener('notify.mail_code', mailCodeWantedName, mailCode)
  const send = smtpServer(mail)
  if (!send) {
    log.warn('no mail server is configured (mail.smtp_url): mails wait and are not sent')
    return [writing]
  }
  return [
    writing,
    listener('notify.send_queued', mailQueuedName, (cmd) => sendMails(cmd, send)),
    // Tries again what failed, and what was written while no server was configured.
    task('notify.send_due', 10, (cmd) => sendMails(cmd, send)),
  ]
}
