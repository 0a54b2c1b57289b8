import type { Command } from 'commander'
import { confirm } from '../confirm.ts'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { note, printJson } from '../output.ts'

interface Options {
  readonly reason: string
  readonly yes?: true
  readonly json?: true
}

export function orderCancel(order: Command): void {
  const command = order
    .command('cancel <id>')
    .description(t({ en: 'cancel an order that isn’t paid', zh: '取消未支付的订单' }))
    .requiredOption('--reason <text>', t({ en: 'stays in its story', zh: '原因，记入订单经过' }))
    .option('--yes', t({ en: 'don’t ask', zh: '不再询问' }))
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor order cancel 01997c6e-... --reason "Ordered twice" --yes')
  command.action(async (given: string, { reason, yes, json }: Options) => {
    if (!yes) await confirm(t({ en: 'Cancel this order?', zh: '取消此订单？' }))
    const order = await withOperator(async ({ command, services: { db } }, server) => {
      const { cancelOrder, idField, parse, presentOrder, reasonField, usernamesOf } = server
      const { id } = parse(idField, { id: given })
      const cancelled = await cancelOrder(command(), { orderId: id, ...parse(reasonField, { reason }) })
      return presentOrder(cancelled, await usernamesOf(db, [cancelled.accountId]))
    })
    if (json) return printJson(order)
    note(t({ en: `Cancelled ${order.id}`, zh: `已取消 ${order.id}` }))
  })
}
