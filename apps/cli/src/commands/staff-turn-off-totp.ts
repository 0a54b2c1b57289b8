import { nameKey } from '@lessor/kit'
import type { Command } from 'commander'
import { noSuchStaff } from '../errors.ts'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { note, printJson } from '../output.ts'

export function staffTurnOffTotp(staff: Command): void {
  const command = staff
    .command('turn-off-totp <username>')
    .description(
      t({
        en: 'turn off the second factor (TOTP) of a staff member who lost it; audited',
        zh: '为丢失验证器的员工关闭两步验证（TOTP），记入审计日志',
      }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor staff turn-off-totp owner')
  command.action(async (username: string, options: { readonly json?: true }) => {
    await withOperator(async (operator, { memberByName, turnOffTotp }) => {
      const member = await memberByName.first(operator.services.db, { key: nameKey(username) })
      if (!member) throw noSuchStaff({ params: { name: username } })
      await turnOffTotp(operator.command(), { id: member.id })
      if (options.json) return printJson({ username })
      note(
        t({
          en: `Second factor of ${username} is off. The password alone signs in now.`,
          zh: `已关闭 ${username} 的两步验证，现在仅凭密码即可登录。`,
        }),
      )
    })
  })
}
