import type { Command } from 'commander'
import { changeStanding } from '../account.ts'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'

export function accountEnable(account: Command): void {
  const command = account
    .command('enable <name-or-id>')
    .description(t({ en: 'let a disabled account sign in again', zh: '重新启用账号' }))
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor account enable zhang.san')
  command.action((name: string, options: { json?: true }) => changeStanding(name, false, options))
}
