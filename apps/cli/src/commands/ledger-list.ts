import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone } from '../output.ts'

interface Options extends ListOptions {
  readonly account?: string
  readonly of?: string
  readonly cause?: string
  readonly causeId?: string
  readonly from?: string
  readonly to?: string
}

export function ledgerList(ledger: Command): void {
  const command = listing(
    ledger
      .command('list')
      .description(t({ en: 'movements of money, newest first', zh: '列出资金变动，新的在前' }))
      .option(
        '--account <name>',
        t({ en: 'of the books: wallet, held, income ...', zh: '科目，如 wallet、held、income' }),
      )
      .option('--of <id>', t({ en: 'with --account: whose', zh: '与 --account 合用：属于谁' }))
      .option(
        '--cause <cause>',
        t({ en: 'payment, order_paid, adjustment ...', zh: '事由，如 payment、order_paid、adjustment' }),
      )
      .option('--cause-id <id>', t({ en: 'of one act', zh: '只看一件事' }))
      .option('--from <time>', t({ en: 'since, RFC 3339', zh: '起始时间，RFC 3339 格式' }))
      .option('--to <time>', t({ en: 'before, RFC 3339', zh: '截止时间，RFC 3339 格式' })),
  )
  withExamples(
    command,
    'lessor ledger list --account income --limit 10',
    'lessor ledger list --account wallet --of 01997c6e-... --all --json',
  )
  command.action(({ account, of, cause, causeId, from, to, ...options }: Options) =>
    withOperator(async ({ command, services }, { entryQuery, findEntries, parse }) => {
      const when = inZone(services.settings.server.time_zone)
      const filters = { account, of, cause, cause_id: causeId, from, to }
      const read = async (asked: object) => {
        const { cursor, limit, ...given } = parse(entryQuery, { ...filters, ...asked })
        const { items, nextCursor } = await findEntries(command(), given, { cursor, limit })
        return { items, next_cursor: nextCursor }
      }
      await printList(options, read, [
        [t({ en: 'TIME', zh: '时间' }), (one) => when(one.at)],
        [t({ en: 'CAUSE', zh: '事由' }), (one) => one.cause],
        [t({ en: 'FROM', zh: '借方' }), (one) => one.debit],
        [t({ en: 'TO', zh: '贷方' }), (one) => one.credit],
        [t({ en: 'AMOUNT', zh: '金额' }), (one) => one.amount],
        [t({ en: 'CAUSE ID', zh: '事由编号' }), (one) => one.cause_id],
        [t({ en: 'NOTE', zh: '备注' }), (one) => one.note],
      ])
    }),
  )
}
