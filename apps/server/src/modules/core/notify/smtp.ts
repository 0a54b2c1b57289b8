import type { Transporter } from 'nodemailer'
import { demandNoTransaction } from '../../../platform/run-transaction.ts'
import { tryMs, type MailText } from './model.ts'

export interface Letter extends MailText {
  readonly mailId: string
  readonly to: string
}

/** Hands a letter to the mail server; throws unless the server has taken it. */
export type Send = (letter: Letter) => Promise<void>

/** Where mails are handed over, and who sends them. */
export interface MailServer {
  /** With its password; '' for none. */
  readonly url: string
  readonly from: string
}

/** The mail server of the settings as they are now, the same one for as long as they stay; undefined without one. */
export function openSmtp(): (mail: MailServer) => Send | undefined {
  let last: { readonly of: string; readonly send: Send | undefined } | undefined
  return (mail) => {
    const of = JSON.stringify(mail)
    if (last?.of !== of) last = { of, send: smtpServer(mail) }
    return last.send
  }
}

/** A mail server; undefined when there is none. */
export function smtpServer({ url, from }: MailServer): Send | undefined {
  if (url === '') return undefined
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  // Made with the first letter: loading the library takes an eighth of a start.
  let smtp: Transporter | undefined
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return async ({ mailId, to, ...text }) => {
    demandNoTransaction('A mail was sent')
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
