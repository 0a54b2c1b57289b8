import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { withOperator, type Server } from '../operator.ts'
import { inZone, print, printFacts, printJson, printTable } from '../output.ts'

type Whole = Awaited<ReturnType<Server['wholeInvoice']>>

export function invoiceShow(invoice: Command): void {
  const command = invoice
    .command('show <invoice>')
    .description(t({ en: 'one invoice, by its number or id', zh: '查看一张账单（按编号或 ID）' }))
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor invoice show INV-2026-000001')
  command.action((name: string, { json }: { readonly json?: true }) =>
    withOperator(async ({ command, services }, { invoiceField, invoiceNamed, parse, wholeInvoice }) => {
      const { invoice: named } = parse(invoiceField, { invoice: name })
      const whole = await wholeInvoice(command(), await invoiceNamed(services.db, named))
      if (json) printJson(whole)
      else printInvoice(whole, services.settings.server.time_zone)
    }),
  )
}

/** An invoice as people read it. */
export function printInvoice(whole: Whole, zone: string): void {
  const when = inZone(zone)
  printFacts([
    [t({ en: 'Number', zh: '编号' }), whole.number],
    [t({ en: 'Status', zh: '状态' }), whole.status],
    [t({ en: 'For invoice', zh: '对应账单' }), whole.of_number],
    [t({ en: 'Customer', zh: '客户' }), whole.account_name],
    [t({ en: 'Buyer', zh: '购买方' }), whole.buyer.name],
    [t({ en: 'Net', zh: '不含税金额' }), whole.net],
    [t({ en: 'Tax', zh: '税额' }), whole.tax],
    [t({ en: 'Total', zh: '合计' }), `${whole.total} ${whole.currency}`],
    [t({ en: 'Paid', zh: '已付' }), whole.paid_amount],
    [t({ en: 'Issued', zh: '开具时间' }), when(whole.issued_at)],
    [t({ en: 'Due', zh: '付款期限' }), when(whole.due_at)],
    ['ID', whole.id],
  ])
  print('')
  printTable(whole.items, [
    [t({ en: 'DESCRIPTION', zh: '项目' }), (one) => one.text],
    [t({ en: 'QUANTITY', zh: '数量' }), (one) => one.quantity],
    [t({ en: 'TAX RATE', zh: '税率' }), (one) => `${one.tax_rate}%`],
    [t({ en: 'AMOUNT', zh: '金额' }), (one) => one.amount],
  ])
}
