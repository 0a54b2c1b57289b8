import { untilText, queueMail } from '../../core/notify/index.ts'
import { noticeKind, queueNotice } from '../../core/notices/index.ts'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { accountById, nameOf, verifiedMailbox } from '../../people/accounts/index.ts'
import type { MoneyReturned, OrderPaid, OrderRefunded } from './events.ts'
import { moneyReturnedMail, orderPaidMail, orderRefundedMail } from './mails.ts'
import { orderById, type Order } from './queries.ts'

const newOrder = noticeKind({ name: 'orders.paid', label: { en: 'Paid orders', zh: '新的已支付订单' } })

/** Tells the customer, and staff who chose to hear of it, that an order is paid. */
export const tellPaid = (cmd: Command, { order_id: id }: OrderPaid): Promise<void> =>
  telling(cmd, id, async (tx, order, to) => {
    const { language, productName: product, total, endsAt } = order
    const zone = cmd.services.settings.server.time_zone
    const end = endsAt && untilText(endsAt, zone)
    const until = end ? { zh: `有效期至 ${end}。`, en: `It holds until ${end}.` }[language] : ''
    const template = orderPaidMail
    if (to)
      await queueMail(tx, cmd, {
        ...to,
        aboutId: id,
        template,
        language,
        fields: { ...to.fields, product, total, until },
      })
    await queueNotice(tx, cmd, {
      kind: newOrder,
      severity: 'info',
      title: { en: `Order over ${total} paid`, zh: `订单已支付 ${total}` },
      body: { en: `${product}, order ${numberOf(order)}`, zh: `${product}，订单 ${numberOf(order)}` },
      path: `/admin/orders?id=${id}`,
    })
  })

/** Tells the customer that money came back into the wallet. */
export const tellReturned = (cmd: Command, { order_id: id, amount }: MoneyReturned): Promise<void> =>
  telling(cmd, id, async (tx, { language, productName: product }, to) => {
    if (!to) return
    const fields = { ...to.fields, product, amount }
    await queueMail(tx, cmd, { ...to, aboutId: id, template: moneyReturnedMail, language, fields })
  })

/** Tells the customer that money was given back. */
export const tellRefunded = (cmd: Command, { order_id: id, amount }: OrderRefunded): Promise<void> =>
  telling(cmd, id, async (tx, { language, productName: product }, to) => {
    if (!to) return
    const fields = { ...to.fields, product, amount }
    await queueMail(tx, cmd, { ...to, aboutId: id, template: orderRefundedMail, language, fields })
  })

/** What people call an order by. */
const numberOf = ({ id }: Order) => id.slice(-8).toUpperCase()

type Work = (
  tx: Parameters<typeof queueMail>[0],
  order: Order,
  to: { readonly to: string; readonly fields: Readonly<Record<string, string>> } | undefined,
) => Promise<void>

function telling(cmd: Command, id: string, work: Work): Promise<void> {
  return inTransaction(cmd, 'orders.tell', async (tx) => {
    const order = await orderById.one(tx, { id })
    const account = await accountById(tx, order.accountId)
    const mailbox = account && verifiedMailbox(account)
    const fields = account && { username: nameOf(account), order: numberOf(order) }
    await work(tx, order, mailbox && fields ? { to: mailbox.email, fields } : undefined)
  })
}
