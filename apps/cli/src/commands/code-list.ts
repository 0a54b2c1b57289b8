import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone } from '../output.ts'

interface Options extends ListOptions {
  readonly status?: string
  readonly batch?: string
  readonly query?: string
}

export function codeList(code: Command): void {
  const command = listing(
    code
      .command('list')
      .description(
        t({ en: 'codes, newest batch first; never their texts', zh: '列出卡密，新批次在前；不含卡密原文' }),
      )
      .option('--status <status>', 'unused, used, expired, revoked')
      .option('--batch <id>', t({ en: 'of one batch', zh: '只看一个批次' }))
      .option(
        '--query <text>',
        t({ en: 'a whole code, its last four characters, or who used it', zh: '完整卡密、末四位或使用者' }),
      ),
  )
  withExamples(command, 'lessor code list --status unused', 'lessor code list --query zhang.san --json')
  command.action(({ status, batch, query, ...options }: Options) =>
    withOperator(async ({ command, services }, { codeQuery, findCodes, parse, presentFound }) => {
      const when = inZone(services.settings.server.time_zone)
      const read = async (asked: object) => {
        const cmd = command()
        const {
          batch_id: batchId,
          cursor,
          limit,
          ...rest
        } = parse(codeQuery, { status, query, batch_id: batch, ...asked })
        const { items, nextCursor } = await findCodes(cmd, { batchId, ...rest }, { cursor, limit })
        return { items: items.map((one) => presentFound(one, cmd.now)), next_cursor: nextCursor }
      }
      await printList(options, read, [
        ['ID', (one) => one.id],
        [t({ en: 'ENDS IN', zh: '末四位' }), (one) => one.tail],
        [t({ en: 'STATUS', zh: '状态' }), (one) => one.status],
        [t({ en: 'LEVEL', zh: '等级' }), (one) => one.level],
        [t({ en: 'DAYS', zh: '天数' }), (one) => one.days],
        [t({ en: 'EXPIRES', zh: '过期时间' }), (one) => when(one.expires_at)],
        [t({ en: 'USED', zh: '使用时间' }), (one) => when(one.used_at)],
        [t({ en: 'USED BY', zh: '使用者' }), (one) => one.used_by_username],
        [t({ en: 'BATCH', zh: '批次' }), (one) => one.batch_id],
      ])
    }),
  )
}
