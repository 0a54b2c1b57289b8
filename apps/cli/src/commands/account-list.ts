import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { listing, printList, type ListOptions } from '../list.ts'
import { withOperator } from '../operator.ts'
import { inZone, yes } from '../output.ts'

interface Options extends ListOptions {
  readonly query?: string
  readonly status?: string
}

export function accountList(account: Command): void {
  const command = listing(
    account
      .command('list')
      .description(t({ en: 'accounts, newest first', zh: '列出账号，新的在前' }))
      .option(
        '--query <text>',
        t({ en: 'the beginning of a name or address, or an id', zh: '用户名或邮箱的开头，或完整 ID' }),
      )
      .option('--status <status>', 'active, disabled'),
  )
  withExamples(
    command,
    'lessor account list --query zhang',
    'lessor account list --status disabled --all --json',
  )
  command.action(({ query, status, ...options }: Options) =>
    withOperator(
      async ({ services: { db, settings } }, { accountQuery, listAccounts, parse, presentAccount }) => {
        const when = inZone(settings.server.time_zone)
        const read = async (asked: object) => {
          const { cursor, limit, ...filters } = parse(accountQuery, { query, status, ...asked })
          const { items, nextCursor } = await listAccounts(db, filters, { cursor, limit })
          return { items: items.map(presentAccount), next_cursor: nextCursor }
        }
        await printList(options, read, [
          [t({ en: 'USERNAME', zh: '用户名' }), (one) => one.username],
          [t({ en: 'EMAIL', zh: '邮箱' }), (one) => one.email],
          [t({ en: 'DISABLED', zh: '已禁用' }), (one) => yes(one.disabled)],
          [t({ en: 'CREATED', zh: '注册时间' }), (one) => when(one.created_at)],
          [t({ en: 'LAST SIGN-IN', zh: '最后登录' }), (one) => when(one.last_login_at)],
          ['ID', (one) => one.id],
        ])
      },
    ),
  )
}
