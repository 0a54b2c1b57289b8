import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone } from '../output.ts'

interface Options extends ListOptions {
  readonly status?: string
  readonly user?: string
  readonly order?: string
  readonly reference?: string
  readonly from?: string
  readonly to?: string
}

export function paymentList(payment: Command): void {
  const command = listing(
    payment
      .command('list')
      .description(t({ en: 'attempts to pay by a gateway, newest first', zh: '列出付款，新的在前' }))
      .option('--status <status>', 'pending, success, failed, refunded')
      .option('--user <name>', t({ en: 'of the account with this name', zh: '只看此用户名' }))
      .option('--order <id>', t({ en: 'for one order', zh: '只看一个订单' }))
      .option('--reference <text>', t({ en: 'as the gateway knows it', zh: '商户单号' }))
      .option('--from <time>', t({ en: 'begun since, RFC 3339', zh: '起始时间，RFC 3339 格式' }))
      .option('--to <time>', t({ en: 'begun before, RFC 3339', zh: '截止时间，RFC 3339 格式' })),
  )
  withExamples(
    command,
    'lessor payment list --status pending',
    'lessor payment list --order 01997c6e-... --json',
  )
  command.action(({ status, user, order, reference, from, to, ...options }: Options) =>
    withOperator(async ({ command, services }, { findPayments, parse, paymentQuery }) => {
      const when = inZone(services.settings.server.time_zone)
      const filters = { status, username: user, for_id: order, reference, from, to }
      const read = async (asked: object) => {
        const { cursor, limit, ...given } = parse(paymentQuery, { ...filters, ...asked })
        const { items, nextCursor } = await findPayments(command(), given, { cursor, limit })
        return { items, next_cursor: nextCursor }
      }
      await printList(options, read, [
        ['ID', (one) => one.id],
        [t({ en: 'BEGUN', zh: '发起时间' }), (one) => when(one.created_at)],
        [t({ en: 'STATUS', zh: '状态' }), (one) => one.status],
        [t({ en: 'AMOUNT', zh: '金额' }), (one) => one.amount],
        [t({ en: 'GATEWAY', zh: '支付方式' }), (one) => one.gateway],
        [t({ en: 'ACCOUNT', zh: '账号' }), (one) => one.username],
        [t({ en: 'FOR', zh: '用途' }), (one) => one.title],
        [t({ en: 'RECEIVED', zh: '到账时间' }), (one) => when(one.paid_at)],
        [t({ en: 'PROBLEM', zh: '问题' }), (one) => one.problem],
      ])
    }),
  )
}
