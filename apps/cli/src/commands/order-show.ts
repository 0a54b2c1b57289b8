import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { withOperator, type Operator, type Server } from '../operator.ts'
import { inZone, print, printFacts, printJson, printTable } from '../output.ts'

export function orderShow(order: Command): void {
  const command = order
    .command('show <id>')
    .description(t({ en: 'an order, and all that happened to it', zh: '显示一个订单及其全部经过' }))
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor order show 01997c6e-...', 'lessor order show 01997c6e-... --json | jq .story')
  command.action((id: string, { json }: { readonly json?: true }) =>
    withOperator(async (operator, server) => {
      const { order, story } = await read(operator, server, id)
      if (json) return printJson({ order, story })
      const when = inZone(operator.services.settings.server.time_zone)
      printFacts([
        ['ID', order.id],
        [t({ en: 'Account', zh: '账号' }), `${order.username} (${order.account_id})`],
        [t({ en: 'Product', zh: '商品' }), `${order.product} × ${order.quantity}`],
        [t({ en: 'Status', zh: '状态' }), order.status],
        [t({ en: 'Total', zh: '应付' }), order.total],
        [t({ en: 'Refunded', zh: '已退款' }), order.refunded],
        [t({ en: 'Due', zh: '支付期限' }), when(order.due_at)],
        [t({ en: 'Paid', zh: '支付时间' }), when(order.paid_at)],
        [t({ en: 'Ends', zh: '到期时间' }), when(order.ends_at)],
      ])
      print('')
      printTable(story, [
        [t({ en: 'TIME', zh: '时间' }), (one) => when(one.at)],
        [t({ en: 'KIND', zh: '类型' }), (one) => one.kind],
        [t({ en: 'WHAT', zh: '经过' }), (one) => one.what],
        [t({ en: 'AMOUNT', zh: '金额' }), (one) => one.amount],
        [t({ en: 'BY', zh: '来自' }), (one) => one.who],
        [t({ en: 'NOTE', zh: '备注' }), (one) => one.note],
      ])
    }),
  )
}

async function read({ services: { db } }: Operator, server: Server, given: string) {
  const { idField, notFound, orderById, parse, presentOrder, storyOf, usernamesOf } = server
  const order = await orderById.first(db, parse(idField, { id: given }))
  if (!order) throw notFound()
  const story = await storyOf(db, order)
  return {
    order: presentOrder(order, await usernamesOf(db, [order.accountId])),
    story: story.map(({ at, ...one }) => ({ at: at.toISOString(), ...one })),
  }
}
