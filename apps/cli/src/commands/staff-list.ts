import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone, yes } from '../output.ts'

export function staffList(staff: Command): void {
  const command = listing(staff.command('list').description(t('staff, newest first', '列出员工，新的在前')))
  withExamples(command, 'lessor staff list', 'lessor staff list --json')
  command.action((options: ListOptions) =>
    withOperator(async ({ services: { db, settings } }, { listStaff, pageQuery, parse, presentMember }) => {
      const when = inZone(settings.server.time_zone)
      const read = async (asked: object) => {
        const { items, nextCursor } = await listStaff(db, {}, parse(pageQuery, asked))
        return { items: items.map(presentMember), next_cursor: nextCursor }
      }
      await printList(options, read, [
        [t('USERNAME', '用户名'), (member) => member.username],
        [t('ROLE', '角色'), (member) => member.role],
        [t('DISABLED', '已禁用'), (member) => yes(member.disabled)],
        [t('TWO FACTORS', '两步验证'), (member) => yes(member.totp_enabled)],
        [t('CREATED', '创建时间'), (member) => when(member.created_at)],
        [t('LAST SIGN-IN', '最后登录'), (member) => when(member.last_login_at)],
        ['ID', (member) => member.id],
      ])
    }),
  )
}
