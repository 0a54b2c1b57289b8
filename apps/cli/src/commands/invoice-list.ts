import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone } from '../output.ts'

interface Options extends ListOptions {
  readonly status?: string
  readonly kind?: string
  readonly account?: string
  readonly year?: string
  readonly query?: string
}

export function invoiceList(invoice: Command): void {
  const command = listing(
    invoice
      .command('list')
      .description(t({ en: 'invoices and credit notes, newest first', zh: '列出账单与红字账单，新的在前' }))
      .option('--status <status>', 'draft, issued, paid, overdue, cancelled')
      .option('--kind <kind>', 'invoice, credit_note')
      .option('--account <id>', t({ en: 'of one customer', zh: '只看一位客户' }))
      .option('--year <year>', t({ en: 'numbered in a year', zh: '只看某一年编号的' }))
      .option('--query <number>', t({ en: 'the beginning of a number', zh: '编号的开头' })),
  )
  withExamples(
    command,
    'lessor invoice list --status overdue',
    'lessor invoice list --year 2026 --all --json',
  )
  command.action(({ status, kind, account, year, query, ...options }: Options) =>
    withOperator(async ({ services: { db, settings } }, { findInvoices, invoiceQuery, parse }) => {
      const when = inZone(settings.server.time_zone)
      const read = async (asked: object) => {
        const given = { status, kind, year, query, account_id: account, ...asked }
        const { cursor, limit, ...filters } = parse(invoiceQuery, given)
        const { items, nextCursor } = await findInvoices(db, filters, { cursor, limit })
        return { items, next_cursor: nextCursor }
      }
      await printList(options, read, [
        [t({ en: 'NUMBER', zh: '编号' }), (one) => one.number],
        [t({ en: 'STATUS', zh: '状态' }), (one) => one.status],
        [t({ en: 'KIND', zh: '类型' }), (one) => one.kind],
        [t({ en: 'CUSTOMER', zh: '客户' }), (one) => one.account_name],
        [t({ en: 'TOTAL', zh: '合计' }), (one) => one.total],
        [t({ en: 'ISSUED', zh: '开具时间' }), (one) => when(one.issued_at)],
        [t({ en: 'DUE', zh: '付款期限' }), (one) => when(one.due_at)],
        ['ID', (one) => one.id],
      ])
    }),
  )
}
