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
      .description(t('accounts, newest first', '列出账号，新的在前'))
      .option(
        '--query <text>',
        t('the beginning of a name or address, or an id', '用户名或邮箱的开头，或完整 ID'),
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
          [t('USERNAME', '用户名'), (one) => one.username],
          [t('EMAIL', '邮箱'), (one) => one.email],
          [t('DISABLED', '已禁用'), (one) => yes(one.disabled)],
          [t('CREATED', '注册时间'), (one) => when(one.created_at)],
          [t('LAST SIGN-IN', '最后登录'), (one) => when(one.last_login_at)],
          ['ID', (one) => one.id],
        ])
      },
    ),
  )
}
