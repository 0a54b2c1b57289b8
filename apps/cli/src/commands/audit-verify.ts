import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { exits } from '../exit.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { print, printJson } from '../output.ts'
import { openProgress } from '../progress.ts'

interface Options {
  readonly json?: true
}

export function auditVerify(audit: Command): void {
  const command = audit
    .command('verify')
    .description(
      t(
        'reckon the audit log anew; exits with 1 where it was tampered with',
        '重新核算审计日志；发现篡改时退出码为 1',
      ),
    )
    .option('--json', t('JSON', '输出 JSON'))
  withExamples(command, 'lessor audit verify', 'lessor audit verify --json | jq .head')
  command.action(({ json }: Options) =>
    withOperator(async ({ ground: { db } }, { verifyAudit }) => {
      const progress = openProgress(t('Audit entries verified:', '已核对审计记录：'))
      const verdict = await verifyAudit(db, progress.at)
      progress.end()
      if (!verdict.ok) process.exitCode = exits.refused
      if (json) return printJson(verdict)
      print(
        verdict.ok
          ? t(
              `${verdict.entries} entries hold. Head: ${verdict.head}`,
              `${verdict.entries} 条记录完整。链尾：${verdict.head}`,
            )
          : t(
              `Broken at entry ${verdict.seq}: ${verdict.broken}`,
              `第 ${verdict.seq} 条记录异常：${verdict.broken}`,
            ),
      )
    }),
  )
}
