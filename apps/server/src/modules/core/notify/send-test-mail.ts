import { settingsMay } from '../settings/index.ts'
import { record } from '../audit/index.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { mailNotConfigured } from './errors.ts'
import { mailTemplate } from './mail-template.ts'
import { queueMail } from './queue-mail.ts'

export const testMail = mailTemplate('test', {
  zh: {
    subject: '{brand} 测试邮件',
    paragraphs: ['这是 {sender} 发出的测试邮件。', '收到它，说明邮件设置正确。'],
  },
  en: {
    subject: '{brand}: test email',
    paragraphs: ['{sender} sent this test email.', 'If you can read this, your mail settings work.'],
  },
})

/** Sends a mail that says nothing but that mail works; answers its id, by which the history shows what became of it. */
export function sendTestMail(cmd: Command, { to }: { readonly to: string }): Promise<string> {
  demand(cmd, settingsMay.manage)
  if (cmd.services.secretSetting('mail.smtp_url') === '') throw mailNotConfigured()
  const sender = cmd.actor.kind === 'staff' ? cmd.actor.name : cmd.actor.kind
  return inTransaction(cmd, 'notify.send_test_mail', async (tx) => {
    const id = await queueMail(tx, cmd, {
      to,
      template: testMail,
      language: cmd.language,
      fields: { sender },
    })
    await record(tx, cmd, { action: 'notify.test_mail_sent', subject: { kind: 'mail', id }, after: { to } })
    return id
  })
}
