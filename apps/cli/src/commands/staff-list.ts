import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone, yes } from '../output.ts'

export function staffList(staff: Command): void {
  const command = listing(
    staff.command('list').description(t({ en: 'staff, newest first', zh: '列出员工，新的在前' })),
  )
  withExamples(command, 'lessor staff list', 'lessor staff list --json')
  command.action((options: ListOptions) =>
    withOperator(async ({ services: { db, settings } }, { listStaff, pageQuery, parse, presentMember }) => {
      const when = inZone(settings.server.time_zone)
      const read = async (asked: object) => {
        const { items, nextCursor } = await listStaff(db, {}, parse(pageQuery, asked))
        return { items: items.map(presentMember), next_cursor: nextCursor }
      }
      await printList(options, read, [
        [t({ en: 'USERNAME', zh: '用户名' }), (member) => member.username],
        [t({ en: 'ROLE', zh: '角色' }), (member) => member.role],
        [t({ en: 'DISABLED', zh: '已禁用' }), (member) => yes(member.disabled)],
        [t({ en: 'TWO FACTORS', zh: '两步验证' }), (member) => yes(member.totp_enabled)],
        [t({ en: 'CREATED', zh: '创建时间' }), (member) => when(member.created_at)],
        [t({ en: 'LAST SIGN-IN', zh: '最后登录' }), (member) => when(member.last_login_at)],
        ['ID', (member) => member.id],
      ])
    }),
  )
}
