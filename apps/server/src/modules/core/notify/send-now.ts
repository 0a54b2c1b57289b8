import { escapeHtml, newId } from '@lessor/kit'
import type { Services } from '../../../platform/command.ts'
import { smtpServer } from './smtp.ts'

interface Mail {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
}

/**
 * Hands a mail to the mail server of the settings at once, for what keeps a delivery history of its own; throws unless the
 * server took it. Undefined where none is set.
 */
export function sendingNow({
  secretSetting,
  settings,
}: Services): ((mail: Mail) => Promise<void>) | undefined {
  const send = smtpServer({ url: secretSetting('mail.smtp_url'), from: settings.mail.from })
  if (!send) return undefined
  return async ({ to, subject, text }) => {
    const html = `<div style="white-space:pre-wrap">${escapeHtml(text)}</div>`
    for (const one of to) await send({ mailId: newId(), to: one, subject, text, html })
  }
}
