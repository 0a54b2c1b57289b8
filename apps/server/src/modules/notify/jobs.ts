import { addressGivenType } from '../accounts/index.ts'
import { addressUndoOfferedType, mailCodeWantedType, passwordChangedType } from '../mail-codes/index.ts'
import type { Settings } from '../../config.ts'
import type { Command } from '../../platform/command.ts'
import { listener, task, type Job } from '../../platform/jobs.ts'
import { forgetting } from '../../platform/retention.ts'
import type { Logger } from '../../platform/log.ts'
import { mailQueuedType } from './events.ts'
import { mailAddressCode, mailCode } from './mail-code.ts'
import { deleteOldMails } from './queries.ts'
import { mailAddressUndo, mailPasswordChanged } from './mail-notices.ts'
import { sendMails } from './send-mails.ts'
import { openSmtp } from './smtp.ts'

/** Mails are written whether or not there is a server to send them; those that are worth it wait for one. */
export function notifyJobs({ mail }: Settings, log: Logger): readonly Job[] {
  if (mail.smtp_url === '')
    log.warn('no mail server is configured (mail.smtp_url): mails wait and are not sent')
  const serverOf = openSmtp()
  const sendDue = async (cmd: Command) => {
    const send = serverOf(cmd.ground.settings.mail)
    if (send) await sendMails(cmd, send)
  }
  return [
    listener('notify.mail_address_code', addressGivenType, mailAddressCode),
    listener('notify.mail_code', mailCodeWantedType, mailCode),
    listener('notify.mail_address_undo', addressUndoOfferedType, mailAddressUndo),
    listener('notify.mail_password_changed', passwordChangedType, mailPasswordChanged),
    listener('notify.send_queued', mailQueuedType, sendDue),
    // Tries again what failed, and what was written while there was no server.
    task('notify.send_due', 10, sendDue),
    forgetting('notify.forget', deleteOldMails, (keep) => keep.mails_days),
  ]
}
