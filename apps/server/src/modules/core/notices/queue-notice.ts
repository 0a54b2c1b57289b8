import { newId, type Text } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { publish } from '../../../platform/outbox.ts'
import { queueMail } from '../notify/index.ts'
import { noticeQueued } from './events.ts'
import { noticeMail, noticeMailWithLink } from './mails.ts'
import type { NoticeKind, Severity } from './model.ts'
import { chosenFor, insertDeliveries, insertNotice } from './queries.ts'

export interface NewNotice {
  readonly kind: NoticeKind
  readonly severity: Severity
  readonly title: Text
  readonly body: Text
  /** A path of the console, as `/admin/health`. */
  readonly path?: string
  /** At most one notice of its kind is written with this value. */
  readonly once?: string
}

/**
 * Writes a notice inside the caller's transaction: it goes where staff chose for its kind, and by mail to the address of
 * the settings where they chose nothing.
 */
export async function queueNotice(
  tx: Tx,
  cmd: Command,
  { kind, severity, title, body, path, once }: NewNotice,
): Promise<void> {
  const { now, services } = cmd
  const id = newId()
  const written = await insertNotice.run(tx, {
    id,
    kind: kind.name,
    severity,
    title: JSON.stringify(title),
    body: JSON.stringify(body),
    path: path ?? null,
    at: now,
    once: once ?? null,
  })
  if (written === 0) return
  const chosen = await chosenFor.all(tx, { kind: kind.name })
  if (chosen.length > 0) {
    await insertDeliveries.run(tx, {
      ids: chosen.map(() => newId()),
      noticeId: id,
      interfaces: chosen.map(({ interfaceId }) => interfaceId),
      now,
    })
    return publish(tx, cmd, noticeQueued(id))
  }
  const { notify_email: to, notify_language: language } = services.settings.server
  if (to === '') return
  const link = linkTo(cmd, path)
  const fields = { title: title[language], body: body[language], ...(link && { link }) }
  await queueMail(tx, cmd, { to, template: link ? noticeMailWithLink : noticeMail, language, fields })
}

export function linkTo(
  { services }: Pick<Command, 'services'>,
  path: string | null | undefined,
): string | undefined {
  const base = services.settings.server.public_url
  return base && path ? new URL(path, base).href : undefined
}
