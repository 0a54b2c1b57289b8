import { addressGivenType } from '../accounts/index.ts'
import { listener, timedTask } from '../../../platform/jobs.ts'
import { addressUndoOfferedType, mailCodeWantedType, passwordChangedType } from './events.ts'
import { deleteExpiredCodes } from './delete-expired-codes.ts'
import { mailAddressCode, mailCode } from './mail-code.ts'
import { mailAddressUndo, mailPasswordChanged } from './mail-notices.ts'

/** The listeners keep the names they had in notify: events that an older process published wait in queues of these names. */
export const mailCodeJobs = [
  listener('notify.mail_address_code', addressGivenType, mailAddressCode),
  listener('notify.mail_code', mailCodeWantedType, mailCode),
  listener('notify.mail_address_undo', addressUndoOfferedType, mailAddressUndo),
  listener('notify.mail_password_changed', passwordChangedType, mailPasswordChanged),
  timedTask('mail_codes.forget', 3_600, deleteExpiredCodes),
]
