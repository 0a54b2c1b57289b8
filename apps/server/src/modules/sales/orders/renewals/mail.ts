import { formatAmount } from '@lessor/kit'
import type { Command } from '../../../../platform/command.ts'
import type { Tx } from '../../../../platform/db.ts'
import { queueMail, untilText } from '../../../core/notify/index.ts'
import { accountById, nameOf, verifiedMailbox } from '../../../people/accounts/index.ts'
import type { PlanForSale } from '../../../leasing/catalog/index.ts'
import { renewalFailedMail, renewalPriceMail } from '../mails.ts'
import { nextLookAt, type Ending, type RenewalProblem } from './model.ts'
import type { Renewal } from './queries.ts'

interface About {
  readonly row: Renewal
  readonly plan: PlanForSale
  readonly ending: Ending
}

const whys: Readonly<Record<RenewalProblem, { readonly zh: string; readonly en: string }>> = {
  insufficient_funds: {
    zh: '钱包余额不足，请充值。',
    en: 'Your wallet doesn’t have enough. Please top it up.',
  },
  not_offered: {
    zh: '该套餐已停售，请选择其他套餐。',
    en: 'The plan is no longer sold. Please choose another one.',
  },
  open_order: {
    zh: '有一个相关的未支付订单，请先支付或取消。',
    en: 'An order for it is waiting to be paid. Please pay or cancel it.',
  },
  no_lease: { zh: '它已关闭。', en: 'It is closed.' },
}

/** Tells the holder that a renewal by itself failed, why, and when it is tried again. */
export async function mailFailed(
  tx: Tx,
  cmd: Command,
  { row, plan, ending, problem }: About & { readonly problem: RenewalProblem },
): Promise<void> {
  const next = nextLookAt(ending, cmd.now)
  await send(tx, cmd, row, renewalFailedMail, {
    product: plan.productName,
    why: whys[problem][row.language],
    end: timeText(cmd, ending.end),
    next: timeText(cmd, next),
  })
}

/** Tells the holder what the next renewal will cost. */
export const mailPrice = (
  tx: Tx,
  cmd: Command,
  { row, plan, ending, ...prices }: About & { readonly beforeFen: number; readonly afterFen: number },
): Promise<void> =>
  send(tx, cmd, row, renewalPriceMail, {
    product: plan.productName,
    end: timeText(cmd, ending.end),
    before: formatAmount(prices.beforeFen),
    after: formatAmount(prices.afterFen),
  })

const timeText = (cmd: Command, date: Date) => untilText(date, cmd.services.settings.server.time_zone)

async function send(
  tx: Tx,
  cmd: Command,
  { accountId, language }: Renewal,
  template: typeof renewalFailedMail,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const account = await accountById(tx, accountId)
  const mailbox = account && verifiedMailbox(account)
  if (!mailbox) return
  const to = mailbox.email
  await queueMail(tx, cmd, { to, template, language, fields: { username: nameOf(account), ...fields } })
}
