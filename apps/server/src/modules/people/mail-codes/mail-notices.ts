import { linkTo } from '@lessor/kit'
import { accountById, verifiedMailbox } from '../accounts/index.ts'
import { queueMail, untilText } from '../../core/notify/index.ts'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { AddressUndoOffered, PasswordChanged } from './events.ts'
import { issueUndoLink } from './issue-undo-link.ts'
import { addressChangeAsked, addressChanged, passwordChangedMail } from './mails.ts'

const none = { zh: '（无）', en: '(none)' }

/** Tells the old address of another one, with the link that undoes it; the token exists in this mail only. */
export async function mailAddressUndo(cmd: Command, offered: AddressUndoOffered): Promise<void> {
  const { undo_id: undoId, applied, language } = offered
  await inTransaction(cmd, 'notify.mail_address_undo', async (tx) => {
    const link = await issueUndoLink(tx, cmd, undoId)
    if (!link) return
    const { server } = cmd.services.settings
    const fields = {
      username: link.username,
      new_email: link.newEmail ?? none[language],
      until: untilText(link.expiresAt, server.time_zone),
      // After the #, so that no log and no other site sees it.
      link: linkTo(server.public_url, `/undo-email#${link.token}`),
    }
    const template = applied ? addressChanged : addressChangeAsked
    await queueMail(tx, cmd, { to: link.email, template, language, fields, sendBefore: link.expiresAt })
  })
}

/** Tells the verified address, if there is one, that the password is another one. */
export async function mailPasswordChanged(cmd: Command, changed: PasswordChanged): Promise<void> {
  const { account_id: id, language } = changed
  await inTransaction(cmd, 'notify.mail_password_changed', async (tx) => {
    const account = await accountById(tx, id)
    const mailbox = account && verifiedMailbox(account)
    if (!mailbox) return
    const at = untilText(cmd.now, cmd.services.settings.server.time_zone)
    const fields = { username: account.username, at }
    await queueMail(tx, cmd, { to: mailbox.email, template: passwordChangedMail, language, fields })
  })
}
