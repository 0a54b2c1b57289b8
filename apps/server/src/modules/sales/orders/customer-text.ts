import type { Text } from '@lessor/kit'
import { untilText } from '../../core/notify/index.ts'
import type { Order } from './queries.ts'
import type { Chapter } from './story.ts'

type Say = (told: { readonly amount: string; readonly gateway: string }) => Text

const steps: Readonly<Record<string, Text>> = {
  pending: { en: 'You ordered.', zh: '您下了订单。' },
  paid: { en: 'The order was paid.', zh: '订单已支付。' },
  provisioning: { en: 'Setting it up began.', zh: '开始开通。' },
  active: { en: 'It was set up.', zh: '已开通。' },
  suspended: { en: 'It was suspended.', zh: '已暂停。' },
  completed: { en: 'The order was completed.', zh: '订单已完成。' },
  terminated: { en: 'It ended.', zh: '已终止。' },
  cancelled: { en: 'The order was cancelled.', zh: '订单已取消。' },
  refunded: { en: 'The order was refunded.', zh: '订单已退款。' },
}

/** By how a payment stands now; it was begun at the time that the line has. */
const payments: Readonly<Record<string, Say>> = {
  pending: ({ amount, gateway }) => ({ en: `You began to pay ${amount} by ${gateway}; it has not arrived.`, zh: `您开始通过 ${gateway} 支付 ${amount}，款项尚未到账。` }),
  failed: ({ amount, gateway }) => ({ en: `You began to pay ${amount} by ${gateway}; it did not arrive.`, zh: `您开始通过 ${gateway} 支付 ${amount}，款项没有到账。` }),
  success: ({ amount, gateway }) => ({ en: `You paid ${amount} by ${gateway}.`, zh: `您通过 ${gateway} 支付了 ${amount}。` }),
  refunded: ({ amount, gateway }) => ({ en: `You paid ${amount} by ${gateway}; it was refunded since.`, zh: `您通过 ${gateway} 支付了 ${amount}，之后已退款。` }),
} // prettier-ignore

const refunds: Readonly<Record<string, Say>> = {
  wanted: ({ amount }) => ({ en: `A refund of ${amount} the way you paid is being done.`, zh: `正在原路退款 ${amount}。` }),
  sent: ({ amount }) => ({ en: `A refund of ${amount} the way you paid is on its way.`, zh: `原路退款 ${amount} 处理中。` }),
  success: ({ amount }) => ({ en: `${amount} was refunded the way you paid.`, zh: `已原路退款 ${amount}。` }),
  failed: ({ amount }) => ({ en: `A refund of ${amount} the way you paid was not possible; it is in your wallet.`, zh: `${amount} 无法原路退回，已退到您的钱包。` }),
} // prettier-ignore

/** What of the books is about the customer's wallet. */
const entries: Readonly<Record<string, Say>> = {
  'wallet > held': ({ amount }) => ({ en: `${amount} of your wallet was set aside for it.`, zh: `从您的钱包扣下 ${amount}。` }),
  'held > wallet': ({ amount }) => ({ en: `${amount} went into your wallet.`, zh: `${amount} 转入您的钱包。` }),
  'wallet > income': ({ amount }) => ({ en: `${amount} was paid from your wallet.`, zh: `从您的钱包支付了 ${amount}。` }),
  'income > wallet': ({ amount }) => ({ en: `${amount} was refunded into your wallet.`, zh: `${amount} 退到您的钱包。` }),
} // prettier-ignore

/** What happened to an order as its customer may read it: no address, no name of staff, nothing of the books but the wallet. */
export function customerText(order: Order, chapters: readonly Chapter[], zone: string): string {
  const lines = chapters.flatMap((chapter) => {
    const said = sentenceOf(chapter)
    return said ? [`${untilText(chapter.at, zone)}  ${said[order.language]}`] : []
  })
  return [`${order.productName} · ${order.id.slice(-8).toUpperCase()}`, ...lines].join('\n')
}

function sentenceOf({ kind, what, amount, who }: Chapter): Text | undefined {
  const told = { amount: `¥ ${amount ?? '0.00'}`, gateway: who }
  const last = what.split(' ').at(-1) ?? ''
  if (kind === 'step') return steps[last]
  if (kind === 'payment') return payments[last]?.({ ...told, gateway: what.slice(0, -last.length - 1) })
  if (kind === 'refund') return refunds[what]?.(told)
  if (kind === 'entry') return entries[what]?.(told)
  if (kind === 'mail' && last === 'sent')
    return { en: 'An email about it was sent to you.', zh: '已向您发送邮件通知。' }
  return undefined
}
