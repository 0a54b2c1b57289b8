import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { mailTemplate, queueMail } from '../../core/notify/index.ts'
import { accountById, nameOf, verifiedMailbox } from '../../people/accounts/index.ts'
import type { Received } from './events.ts'
import { paymentById } from './queries.ts'

const toppedUpMail = mailTemplate('topped_up', {
  zh: {
    subject: '{brand} 钱包充值成功',
    paragraphs: ['{username}，您好：', '您的钱包已充值 {amount}（{gateway}）。'],
  },
  en: {
    subject: '{brand}: wallet topped up',
    paragraphs: ['Hello {username},', '{amount} by {gateway} are in your wallet.'],
  },
})

/** Sends the customer a mail once the money of a top-up is in the wallet. */
export async function tellToppedUp(
  cmd: Command,
  { payment_id: id, for_kind: kind }: Received,
): Promise<void> {
  if (kind !== 'top_up') return
  await inTransaction(cmd, 'payments.tell_topped_up', async (tx) => {
    const { accountId, amount, gateway, language: wanted } = await paymentById.one(tx, { id })
    const account = await accountById(tx, accountId)
    const mailbox = account && verifiedMailbox(account)
    if (!mailbox) return
    const language = wanted ?? 'zh'
    const fields = { username: nameOf(account), amount, gateway }
    await queueMail(tx, cmd, { to: mailbox.email, template: toppedUpMail, language, fields })
  })
}
