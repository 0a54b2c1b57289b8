import { linkTo } from '@lessor/kit'
import type { Command } from '../../../../platform/command.ts'
import type { Tx } from '../../../../platform/db.ts'
import { mailTemplate, queueMail } from '../../../core/notify/index.ts'
import { accountById, nameOf, verifiedMailbox } from '../../../people/accounts/index.ts'
import type { Order } from '../../orders/index.ts'

// No code stands in a mail: who reads the mailbox isn't always who bought them.
const zh = {
  subject: '{brand} 您购买的卡密已就绪',
  paragraphs: [
    '{username}，您好：',
    '您的订单 {order}（{product}）的 {count} 张卡密已就绪，请登录后在订单页面查看。',
  ],
}
const en = {
  subject: '{brand}: your codes are ready',
  paragraphs: [
    'Hello {username},',
    'the {count} codes of your order {order} ({product}) are ready. Sign in and open the order to see them.',
  ],
}
const withLink = <T extends typeof zh>({ subject, paragraphs }: T) => ({
  subject,
  paragraphs: [...paragraphs, '{link}'],
})
const codesReadyMail = mailTemplate('codes_ready', { zh, en })
const codesReadyMailWithLink = mailTemplate('codes_ready_with_link', { zh: withLink(zh), en: withLink(en) })

/** Tells the buyer that the codes are there, in the transaction that issues them. */
export async function tellReady(tx: Tx, cmd: Command, order: Order, count: number): Promise<void> {
  const account = await accountById(tx, order.accountId)
  const mailbox = account && verifiedMailbox(account)
  if (!mailbox) return
  const base = cmd.services.settings.server.public_url
  await queueMail(tx, cmd, {
    to: mailbox.email,
    template: base ? codesReadyMailWithLink : codesReadyMail,
    language: order.language,
    aboutId: order.id,
    fields: {
      username: nameOf(account),
      order: order.id.slice(-8).toUpperCase(),
      product: order.productName,
      count: String(count),
      ...(base && { link: linkTo(base, `/orders/${order.id}`) }),
    },
  })
}
