import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { loadServer, withOperator } from '../operator.ts'
import { note, printJson } from '../output.ts'
import { choosePassword, tellPassword, withPassword, type PasswordOptions } from '../password.ts'

interface Options extends PasswordOptions {
  readonly username: string
  readonly role: string
  readonly json?: true
}

export function staffCreate(staff: Command): void {
  const command = staff
    .command('create')
    .description(t({ en: 'add a staff member', zh: '添加员工' }))
    .requiredOption(
      '--username <name>',
      t({ en: '2 to 32 letters, digits, _, - or .', zh: '2 到 32 个字母（含中文）、数字、_、- 或 .' }),
    )
    .requiredOption(
      '--role <role>',
      t({ en: 'owner, admin, finance, support or auditor', zh: 'owner、admin、finance、support 或 auditor' }),
    )
    .option('--json', t({ en: 'JSON, with the password if it was made', zh: '输出 JSON，含自动生成的密码' }))
  withExamples(
    withPassword(command),
    'lessor staff create --username li.si --role support',
    'pass show lessor/li.si | lessor staff create --username li.si --role support --password-stdin',
  )
  command.action(async (options: Options) => {
    const { newStaff, parse } = await loadServer()
    const chosen = await choosePassword(options)
    const { username, role } = options
    const input = parse(newStaff, { username, role, password: chosen.password })
    await withOperator(async (operator, { createStaff, presentMember }) => {
      const member = presentMember(await createStaff(operator.command(), input))
      // Before the database is let go of: a failure there must not lose the password.
      if (options.json) return printJson({ ...member, password: chosen.isGenerated ? chosen.password : null })
      note(
        t({
          en: `Added ${member.username} (${member.role}).`,
          zh: `已添加 ${member.username}（${member.role}）。`,
        }),
      )
      tellPassword(chosen)
    })
  })
}
