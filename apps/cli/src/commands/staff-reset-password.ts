import { nameKey } from '@lessor/kit'
import type { Command } from 'commander'
import { noSuchStaff } from '../errors.ts'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { loadServer, withOperator } from '../operator.ts'
import { note, printJson } from '../output.ts'
import { choosePassword, tellPassword, withPassword, type PasswordOptions } from '../password.ts'

interface Options extends PasswordOptions {
  readonly json?: true
}

export function staffResetPassword(staff: Command): void {
  const command = staff
    .command('reset-password <username>')
    .description(
      t({
        en: 'set a new password for a staff member; all their sessions end',
        zh: '重置员工密码，其所有会话随即结束',
      }),
    )
    .option('--json', t({ en: 'JSON, with the password if it was made', zh: '输出 JSON，含自动生成的密码' }))
  withExamples(withPassword(command), 'lessor staff reset-password owner')
  command.action(async (username: string, options: Options) => {
    const { passwordField, parse } = await loadServer()
    const chosen = await choosePassword(options)
    const { password } = parse(passwordField, { password: chosen.password })
    await withOperator(async (operator, { memberByName, resetStaffPassword }) => {
      const member = await memberByName.first(operator.services.db, { key: nameKey(username) })
      if (!member) throw noSuchStaff({ params: { name: username } })
      await resetStaffPassword(operator.command(), { id: member.id, password })
      // Before the database is let go of: a failure there must not lose the password.
      if (options.json) return printJson({ username, password: chosen.isGenerated ? password : null })
      note(
        t({
          en: `Password of ${username} changed; all sessions ended.`,
          zh: `已重置 ${username} 的密码，其所有会话已结束。`,
        }),
      )
      tellPassword(chosen)
    })
  })
}
