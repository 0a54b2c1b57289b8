import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone } from '../output.ts'

interface Options extends ListOptions {
  readonly status?: string
  readonly account?: string
  readonly user?: string
  readonly product?: string
  readonly from?: string
  readonly to?: string
}

export function orderList(order: Command): void {
  const command = listing(
    order
      .command('list')
      .description(t({ en: 'orders, newest first', zh: '列出订单，新的在前' }))
      .option(
        '--status <status>',
        'pending, paid, provisioning, active, suspended, completed, terminated, cancelled, refunded',
      )
      .option('--account <id>', t({ en: 'of one account', zh: '只看一个账号' }))
      .option('--user <name>', t({ en: 'of the account with this name', zh: '只看此用户名' }))
      .option('--product <id>', t({ en: 'of one product', zh: '只看一个商品' }))
      .option('--from <time>', t({ en: 'ordered since, RFC 3339', zh: '起始时间，RFC 3339 格式' }))
      .option('--to <time>', t({ en: 'ordered before, RFC 3339', zh: '截止时间，RFC 3339 格式' })),
  )
  withExamples(command, 'lessor order list --status pending', 'lessor order list --user zhang.san --json')
  command.action(({ status, account, user, product, from, to, ...options }: Options) =>
    withOperator(async ({ command, services }, { findOrders, orderQuery, parse }) => {
      const when = inZone(services.settings.server.time_zone)
      const filters = { status, account_id: account, username: user, product_id: product, from, to }
      const read = async (asked: object) => {
        const { cursor, limit, ...given } = parse(orderQuery, { ...filters, ...asked })
        const { items, nextCursor } = await findOrders(command(), given, { cursor, limit })
        return { items, next_cursor: nextCursor }
      }
      await printList(options, read, [
        ['ID', (one) => one.id],
        [t({ en: 'ORDERED', zh: '下单时间' }), (one) => when(one.created_at)],
        [t({ en: 'STATUS', zh: '状态' }), (one) => one.status],
        [t({ en: 'ACCOUNT', zh: '账号' }), (one) => one.username],
        [t({ en: 'PRODUCT', zh: '商品' }), (one) => one.product],
        [t({ en: 'QUANTITY', zh: '数量' }), (one) => one.quantity],
        [t({ en: 'TOTAL', zh: '应付' }), (one) => one.total],
        [t({ en: 'PAID', zh: '支付时间' }), (one) => when(one.paid_at)],
        [t({ en: 'ENDS', zh: '到期时间' }), (one) => when(one.ends_at)],
      ])
    }),
  )
}
