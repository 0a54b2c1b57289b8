import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone, yes } from '../output.ts'

export function interfaceList(parent: Command): void {
  const command = listing(
    parent
      .command('list')
      .description(
        t({ en: 'interfaces of plugins, without their values', zh: '列出插件接口，不含配置内容' }),
      ),
  )
  withExamples(command, 'lessor interface list', 'lessor interface list --json')
  command.action((options: ListOptions) =>
    withOperator(
      async ({ services: { db, settings } }, { findInterfaces, pageQuery, parse, presentInterface }) => {
        const when = inZone(settings.server.time_zone)
        const read = async (asked: object) => {
          const { items, nextCursor } = await findInterfaces(db, {}, parse(pageQuery, asked))
          return { items: items.map(presentInterface), next_cursor: nextCursor }
        }
        await printList(options, read, [
          [t({ en: 'NAME', zh: '名称' }), (one) => one.name],
          [t({ en: 'PLUGIN', zh: '插件' }), (one) => one.plugin],
          [t({ en: 'ENABLED', zh: '已启用' }), (one) => yes(one.enabled)],
          [t({ en: 'CHECKED', zh: '检查时间' }), (one) => when(one.checked_at)],
          [t({ en: 'WELL', zh: '正常' }), (one) => yes(one.check_ok ?? false)],
          [t({ en: 'REASON', zh: '原因' }), (one) => one.check_reason],
          ['ID', (one) => one.id],
        ])
      },
    ),
  )
}
