import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { language, t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone } from '../output.ts'

export function pluginList(plugin: Command): void {
  const command = listing(
    plugin
      .command('list')
      .description(t({ en: 'the active version of every plugin', zh: '列出各插件的当前版本' })),
  )
  withExamples(command, 'lessor plugin list', 'lessor plugin list --json')
  command.action((options: ListOptions) =>
    withOperator(async ({ services: { db, settings } }, { findPlugins, pageQuery, parse, presentPlugin }) => {
      const when = inZone(settings.server.time_zone)
      const read = async (asked: object) => {
        const { items, nextCursor } = await findPlugins(db, {}, parse(pageQuery, asked))
        return { items: items.map(presentPlugin), next_cursor: nextCursor }
      }
      await printList(options, read, [
        [t({ en: 'PLUGIN', zh: '插件' }), (one) => one.plugin],
        [t({ en: 'NAME', zh: '名称' }), (one) => one.name[language]],
        [t({ en: 'KIND', zh: '类型' }), (one) => one.kind],
        [t({ en: 'VERSION', zh: '版本' }), (one) => one.version],
        [t({ en: 'ORIGIN', zh: '来源' }), (one) => one.origin],
        [t({ en: 'INTERFACES', zh: '接口数' }), (one) => one.interfaces],
        [t({ en: 'STORED', zh: '保存时间' }), (one) => when(one.created_at)],
      ])
    }),
  )
}
