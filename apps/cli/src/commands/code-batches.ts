import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone } from '../output.ts'

export function codeBatches(code: Command): void {
  const command = listing(
    code
      .command('batches')
      .description(t({ en: 'batches of codes, newest first', zh: '列出卡密批次，新的在前' })),
  )
  withExamples(command, 'lessor code batches --limit 5')
  command.action((options: ListOptions) =>
    withOperator(
      async ({ services: { clock, db, settings } }, { listBatches, pageQuery, parse, presentBatch }) => {
        const when = inZone(settings.server.time_zone)
        const read = async (asked: object) => {
          const { items, nextCursor } = await listBatches(db, {}, parse(pageQuery, asked))
          return { items: items.map((one) => presentBatch(one, clock.now())), next_cursor: nextCursor }
        }
        await printList(options, read, [
          ['ID', (one) => one.id],
          [t({ en: 'CREATED', zh: '创建时间' }), (one) => when(one.created_at)],
          [t({ en: 'BY', zh: '创建者' }), (one) => one.created_by],
          [t({ en: 'LEVEL', zh: '等级' }), (one) => one.level],
          [t({ en: 'DAYS', zh: '天数' }), (one) => one.days],
          [t({ en: 'AMOUNT', zh: '金额' }), (one) => one.amount],
          [t({ en: 'UNUSED', zh: '未使用' }), (one) => one.unused],
          [t({ en: 'USED', zh: '已使用' }), (one) => one.used],
          [t({ en: 'EXPIRED', zh: '已过期' }), (one) => one.expired],
          [t({ en: 'REVOKED', zh: '已作废' }), (one) => one.revoked],
          [t({ en: 'NOTE', zh: '备注' }), (one) => one.note],
        ])
      },
    ),
  )
}
