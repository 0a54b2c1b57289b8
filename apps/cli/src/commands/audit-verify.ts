import type { Break } from '@lessor/server/operator'
import { InvalidArgumentError, type Command } from 'commander'
import { withExamples } from '../examples.ts'
import { exits } from '../exit.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { print, printJson } from '../output.ts'
import { withProgress } from '../progress.ts'

interface Options {
  readonly json?: true
  readonly noted?: { readonly seq: number; readonly hash: string }
}

export function auditVerify(audit: Command): void {
  const command = audit
    .command('verify')
    .description(
      t(
        'check the whole audit log; exits with 1 if it was tampered with',
        '重新核算审计日志；发现篡改时退出码为 1',
      ),
    )
    .option(
      '--noted <seq:hash>',
      t(
        "the end of the log as the server's log or an earlier run had it: it must still be there",
        '以前记下的链尾（服务器日志或之前的核对结果）：它必须仍在原处',
      ),
      notedEnd,
    )
    .option('--json', t('JSON', '输出 JSON'))
  withExamples(
    command,
    'lessor audit verify',
    'lessor audit verify --noted 120:9f86d081884c7d65...',
    'lessor audit verify --json | jq .head',
  )
  command.action(({ json, noted }: Options) =>
    withOperator(async ({ services }, { verifyAudit }) => {
      const label = t('Audit entries verified:', '已核对审计记录：')
      const verdict = await withProgress(label, (at) => verifyAudit(services, { noted, onProgress: at }))
      if (!verdict.ok) process.exitCode = exits.refused
      if (json) return printJson(verdict)
      print(
        verdict.ok
          ? t(
              `OK: ${verdict.entries} entries verified. End of the log: ${verdict.entries}:${verdict.head}`,
              `${verdict.entries} 条记录完整。链尾：${verdict.entries}:${verdict.head}`,
            )
          : t(
              `Broken at entry ${verdict.seq}: ${t(...breaks[verdict.broken])}`,
              `第 ${verdict.seq} 条记录异常：${t(...breaks[verdict.broken])}`,
            ),
      )
    }),
  )
}

function notedEnd(text: string): { seq: number; hash: string } {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(text) ?? []
  if (!seq || !hash) throw new InvalidArgumentError(t('It looks like 123:9f86d0...', '格式如 123:9f86d0…'))
  return { seq: Number(seq), hash: hash.toLowerCase() }
}

const breaks: Record<Break, readonly [en: string, zh: string]> = {
  entry_missing: ['an entry is missing', '缺少记录'],
  entry_changed: ['an entry was changed', '记录被修改'],
  entry_without_key: [
    'an entry was written without the key of the log, or its key is gone',
    '记录不是用日志密钥写入的，或其密钥已丢失',
  ],
  chain_cut: ['an entry does not follow the one before it', '记录与前一条不衔接'],
  wrong_head: ['the end of the log was cut off or moved', '日志末尾被截断或移动'],
  head_without_key: [
    'the end of the log is not sealed; start the server once after an upgrade, otherwise the log was replaced',
    '日志末尾未封印：升级后请先启动一次服务器；否则日志已被替换',
  ],
  head_was_moved: ['the end of the log was once cut off or moved', '日志末尾曾被截断或移动'],
  not_as_noted: ['the log is not the one that was noted', '日志与记下的链尾不符'],
}
