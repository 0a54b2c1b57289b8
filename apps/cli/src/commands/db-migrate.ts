import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { loadServer, operatorOptions } from '../operator.ts'
import { print, printJson } from '../output.ts'

interface Options {
  readonly json?: true
}

export function dbMigrate(db: Command): void {
  const command = db
    .command('migrate')
    .description(
      t({
        en: 'bring the database to this version; a starting server does it too',
        zh: '将数据库升级到当前版本；服务启动时也会执行',
      }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor db migrate')
  command.action(async ({ json }: Options) => {
    const server = await loadServer()
    const migrated = await server.migrateNow(operatorOptions())
    if (json) return printJson({ migrated })
    print(t({ en: `${migrated} migration(s) made.`, zh: `已执行 ${migrated} 个迁移。` }))
  })
}
