import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { withOperator, type Operator, type Server } from '../operator.ts'
import { inZone, print, printFacts, printJson, printTable } from '../output.ts'

export function paymentShow(payment: Command): void {
  const command = payment
    .command('show <id>')
    .description(
      t({ en: 'an attempt to pay, and what its gateway sent', zh: '显示一笔付款及渠道发来的通知' }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor payment show 01997c6e-...')
  command.action((id: string, { json }: { readonly json?: true }) =>
    withOperator(async (operator, server) => {
      const { payment, notices } = await read(operator, server, id)
      if (json) return printJson({ payment, notices })
      const when = inZone(operator.services.settings.server.time_zone)
      printFacts([
        ['ID', payment.id],
        [t({ en: 'For', zh: '用途' }), `${payment.title} (${payment.for_kind} ${payment.for_id})`],
        [t({ en: 'Account', zh: '账号' }), `${payment.username} (${payment.account_id})`],
        [t({ en: 'Gateway', zh: '支付方式' }), payment.gateway],
        [t({ en: 'Status', zh: '状态' }), payment.status],
        [t({ en: 'Amount', zh: '金额' }), payment.amount],
        [t({ en: 'From the wallet', zh: '另从钱包支付' }), payment.wallet_part],
        [t({ en: 'Reference', zh: '商户单号' }), payment.reference],
        [t({ en: 'Transaction', zh: '交易号' }), payment.gateway_tx],
        [t({ en: 'Received', zh: '到账时间' }), when(payment.paid_at)],
        [t({ en: 'Confirmed by', zh: '确认人' }), payment.confirmed_by],
        [t({ en: 'Problem', zh: '问题' }), payment.problem],
      ])
      print('')
      printTable(notices, [
        [t({ en: 'NOTICE', zh: '通知' }), (one) => one.id],
        [t({ en: 'TIME', zh: '时间' }), (one) => when(one.at)],
        [t({ en: 'VERDICT', zh: '判定' }), (one) => one.verdict],
        [t({ en: 'REASON', zh: '说明' }), (one) => one.reason],
        ['IP', (one) => one.ip],
      ])
    }),
  )
}

const mostShown = 200

async function read({ command, services: { db } }: Operator, server: Server, given: string) {
  const { findNotices, idField, notFound, parse, paymentById, presentPayment, usernamesOf } = server
  const { id } = parse(idField, { id: given })
  const payment = await paymentById.first(db, { id })
  if (!payment) throw notFound()
  const { items: notices } = await findNotices(command(), { payment_id: id }, { limit: mostShown })
  return { payment: presentPayment(payment, await usernamesOf(db, [payment.accountId])), notices }
}
