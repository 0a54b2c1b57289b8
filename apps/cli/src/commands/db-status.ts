import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { exits } from '../exit.ts'
import { t } from '../language.ts'
import { loadServer, operatorOptions } from '../operator.ts'
import { print, printJson, printTable } from '../output.ts'
import { placeName } from '../place.ts'

interface Options {
  readonly json?: true
}

export function dbStatus(db: Command): void {
  const command = db
    .command('status')
    .description(
      t({
        en: 'where the database is, and whether it lacks migrations (then exits with 1)',
        zh: '数据库位置与迁移状态（缺少迁移时退出码为 1）',
      }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor db status', 'lessor db status --json')
  command.action(async ({ json }: Options) => {
    const server = await loadServer()
    const status = await server.readStatus(operatorOptions())
    if (status.migrations.some(({ applied }) => !applied)) process.exitCode = exits.refused
    if (json) return printJson(status)
    print(placeName(status.place))
    printTable(status.migrations, [
      [t({ en: 'MIGRATION', zh: '迁移' }), ({ name }) => name],
      [
        t({ en: 'STATE', zh: '状态' }),
        ({ applied }) => (applied ? t({ en: 'made', zh: '已执行' }) : t({ en: 'missing', zh: '缺少' })),
      ],
    ])
  })
}
