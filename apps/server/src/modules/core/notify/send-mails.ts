import type { Command } from '../../../platform/command.ts'
import { brandOf } from './brand.ts'
import { mailTemplateNamed } from './mail-template.ts'
import { render, retryAt, tryMs, type MailFields } from './model.ts'
import { claimMail, giveUpLate, markFailed, markSent, type Mail, notifySealed } from './queries.ts'
import type { Send } from './smtp.ts'

/**
 * Sends the mails that are due, one after the other; several processes at once share them. What the server refuses
 * is tried again later. Each step commits by itself: a mail that was taken must not be forgotten with the next one.
 */
export async function sendMails(cmd: Command, send: Send): Promise<void> {
  const { clock, db, steadiness } = cmd.services
  if (!steadiness.doubt())
    await giveUpLate.run(db, { now: clock.now(), error: 'it could not be sent in time' })
  for (;;) {
    const now = clock.now()
    const mail = await claimMail.first(db, { now, lostAt: new Date(now.getTime() + tryMs) })
    if (!mail) return
    // The server may be away; the others wait for the next run instead of failing one by one.
    if (!(await trySending(cmd, send, mail))) return
  }
}

async function trySending(cmd: Command, send: Send, mail: Mail): Promise<boolean> {
  const { clock, db } = cmd.services
  const { id, attempts } = mail
  try {
    const text = render(
      mailTemplateNamed(mail.template)[mail.language],
      fieldsOf(cmd, mail),
      brandOf(cmd, mail.language),
    )
    await send({ mailId: id, to: mail.recipient, ...text })
  } catch (err) {
    const retry = retryAt(clock.now(), attempts) ?? null
    await markFailed.run(db, { id, error: String(err).slice(0, 500), retryAt: retry })
    cmd.log.warn(
      { err, mailId: id, attempts, retryAt: retry },
      retry ? 'a mail was not sent' : 'a mail was given up',
    )
    return false
  }
  await markSent.run(db, { id, now: clock.now() })
  return true
}

function fieldsOf({ services }: Command, { id, fields }: Mail): MailFields {
  if (!fields) throw new Error('The mail has no fields any more')
  return JSON.parse(services.secrets.open(notifySealed.purpose, fields, id).toString()) as MailFields
}
