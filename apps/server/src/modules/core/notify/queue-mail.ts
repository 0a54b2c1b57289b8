import { newId, type Language } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { mailQueued } from './events.ts'
import { brandOf } from './brand.ts'
import type { MailTemplate } from './mail-template.ts'
import { render, type MailFields } from './model.ts'
import { insertMail, notifySealed } from './queries.ts'

export interface QueuedMail {
  readonly to: string
  readonly template: MailTemplate
  readonly language: Language
  readonly fields: MailFields
  /** Not sent at all when it can't be sent before then. */
  readonly sendBefore?: Date | undefined
  /** Whose story it belongs to, as an order's. */
  readonly aboutId?: string | undefined
}

/** Writes a mail inside the caller's transaction: it is sent if that commits, and never otherwise. Answers its id. */
export async function queueMail(tx: Tx, cmd: Command, input: QueuedMail): Promise<string> {
  const { to: recipient, template, language, fields, sendBefore = null, aboutId = null } = input
  // A missing field fails the change that forgot it, not the delivery later on.
  render(template[language], fields, brandOf(cmd, language))
  const id = newId()
  const sealed = cmd.services.secrets.seal(notifySealed.purpose, Buffer.from(JSON.stringify(fields)), id)
  await insertMail.run(tx, {
    id,
    recipient,
    template: template.name,
    language,
    fields: sealed,
    sendBefore,
    aboutId,
    now: cmd.now,
  })
  await publish(tx, cmd, mailQueued(id))
  return id
}
