import type { Command } from 'commander'
import { changeStanding } from '../account.ts'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'

export function accountDisable(account: Command): void {
  const command = account
    .command('disable <name-or-id>')
    .description(
      t({ en: 'bar an account from signing in; its sessions end at once', zh: '禁用账号，其会话立即结束' }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor account disable zhang.san')
  command.action((name: string, options: { json?: true }) => changeStanding(name, true, options))
}
