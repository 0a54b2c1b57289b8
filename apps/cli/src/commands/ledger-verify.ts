import type { BooksProblem } from '@lessor/server/operator'
import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { exits } from '../exit.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { print, printJson } from '../output.ts'

export function ledgerVerify(ledger: Command): void {
  const command = ledger
    .command('verify')
    .description(
      t({
        en: 'check the whole ledger; exits with 1 if anything does not add up',
        zh: '重新核算总账；发现问题时退出码为 1',
      }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor ledger verify', 'lessor ledger verify --json | jq .problems')
  command.action(({ json }: { readonly json?: true }) =>
    withOperator(async ({ services }, { verifyBooks }) => {
      const { entries, problems } = await verifyBooks(services)
      if (problems.length > 0) process.exitCode = exits.refused
      if (json) return printJson({ ok: problems.length === 0, entries, problems })
      for (const problem of problems) print(said(problem))
      print(
        problems.length === 0
          ? t({ en: `OK: ${entries} entries verified.`, zh: `${entries} 条记录完整。` })
          : t({
              en: `${problems.length} problem(s) in ${entries} entries.`,
              zh: `${entries} 条记录中有 ${problems.length} 个问题。`,
            }),
      )
    }),
  )
}

function said(problem: BooksProblem): string {
  switch (problem.kind) {
    case 'step_broken':
      return t({
        en: `Entry ${problem.entryId} doesn’t follow the one before it in ${problem.account} of ${problem.of}.`,
        zh: `记录 ${problem.entryId} 与 ${problem.account}（${problem.of}）的前一条不衔接。`,
      })
    case 'balance_differs':
      return t({
        en: `The balance of ${problem.account} of ${problem.of} isn’t what its entries sum to.`,
        zh: `${problem.account}（${problem.of}）的余额与其记录之和不符。`,
      })
    case 'held_for_closed':
      return t({
        en: `${problem.amount} is held for the order ${problem.of}, which needs none.`,
        zh: `订单 ${problem.of} 已不需付款，但仍为其保留 ${problem.amount}。`,
      })
    case 'credit_gap':
      return t({
        en: `The orders of account ${problem.of} were credited with ${problem.credited}, but gave up ${problem.moved}.`,
        zh: `账户 ${problem.of} 的订单共抵扣 ${problem.credited}，但让出的是 ${problem.moved}。`,
      })
    case 'hour_changed':
      return t({
        en: `The entries of the hour until ${problem.until} were changed after they were sealed.`,
        zh: `截至 ${problem.until} 的一小时内，记录在入链之后被修改。`,
      })
    case 'not_as_audited':
      return t({
        en: `The audit log has no such digest of the hour until ${problem.until}.`,
        zh: `截至 ${problem.until} 的一小时，摘要与审计日志不符。`,
      })
  }
}
