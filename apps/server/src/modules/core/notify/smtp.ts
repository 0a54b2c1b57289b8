import type { Transporter } from 'nodemailer'
import type { Settings } from '../../../config.ts'
import { tryMs, type MailText } from './model.ts'

export interface Letter extends MailText {
  readonly mailId: string
  readonly to: string
}

/** Hands a letter to the mail server; throws unless the server has taken it. */
export type Send = (letter: Letter) => Promise<void>

/** The mail server of the settings as they are now, the same one for as long as they stay; undefined without one. */
export function openSmtp(): (mail: Settings['mail']) => Send | undefined {
  let last: { readonly of: string; readonly send: Send | undefined } | undefined
  return (mail) => {
    const of = JSON.stringify(mail)
    if (last?.of !== of) last = { of, send: smtpServer(mail) }
    return last.send
  }
}

/** A mail server; undefined when there is none. */
export function smtpServer({ smtp_url: url, from }: Settings['mail']): Send | undefined {
  if (url === '') return undefined
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  // Made with the first letter: loading the library takes an eighth of a start.
  let smtp: Transporter | undefined
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return async ({ mailId, to, ...text }) => {
    const { createTransport } = await import('nodemailer')
    smtp ??= createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true })
    await smtp.sendMail({
      ...text,
      from,
      to: { name: '', address: to },
      // The same at every attempt, so a mail that was accepted twice can be recognised.
      messageId: `<${mailId}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.timeout(tryMs - 5_000),
    })
  }
}
