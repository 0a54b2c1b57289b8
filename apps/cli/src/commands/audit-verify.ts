import type { Break } from '@lessor/server/operator'
import type { Text } from '@lessor/kit'
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
      t({
        en: 'check the whole audit log; exits with 1 if it was tampered with',
        zh: '重新核算审计日志；发现篡改时退出码为 1',
      }),
    )
    .option(
      '--noted <seq:hash>',
      t({
        en: "the end of the log as the server's log or an earlier run had it: it must still be there",
        zh: '以前记下的链尾（服务器日志或之前的核对结果）：它必须仍在原处',
      }),
      notedEnd,
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(
    command,
    'lessor audit verify',
    'lessor audit verify --noted 120:9f86d081884c7d65...',
    'lessor audit verify --json | jq .head',
  )
  command.action(({ json, noted }: Options) =>
    withOperator(async ({ services }, { verifyAudit }) => {
      const label = t({ en: 'Audit entries verified:', zh: '已核对审计记录：' })
      const verdict = await withProgress(label, (at) => verifyAudit(services, { noted, onProgress: at }))
      if (!verdict.ok) process.exitCode = exits.refused
      if (json) return printJson(verdict)
      print(
        verdict.ok
          ? t({
              en: `OK: ${verdict.entries} entries verified. End of the log: ${verdict.entries}:${verdict.head}`,
              zh: `${verdict.entries} 条记录完整。链尾：${verdict.entries}:${verdict.head}`,
            })
          : t({
              en: `Broken at entry ${verdict.seq}: ${t(breaks[verdict.broken])}`,
              zh: `第 ${verdict.seq} 条记录异常：${t(breaks[verdict.broken])}`,
            }),
      )
    }),
  )
}

function notedEnd(text: string): { seq: number; hash: string } {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(text) ?? []
  if (!seq || !hash)
    throw new InvalidArgumentError(t({ en: 'It looks like 123:9f86d0...', zh: '格式如 123:9f86d0…' }))
  return { seq: Number(seq), hash: hash.toLowerCase() }
}

const breaks: Record<Break, Text> = {
  entry_missing: { en: 'an entry is missing', zh: '缺少记录' },
  entry_changed: { en: 'an entry was changed', zh: '记录被修改' },
  entry_without_key: {
    en: 'an entry was written without the key of the log, or its key is gone',
    zh: '记录不是用日志密钥写入的，或其密钥已丢失',
  },
  chain_cut: { en: 'an entry does not follow the one before it', zh: '记录与前一条不衔接' },
  wrong_head: { en: 'the end of the log was cut off or moved', zh: '日志末尾被截断或移动' },
  head_without_key: {
    en: 'the end of the log is not sealed; start the server once after an upgrade, otherwise the log was replaced',
    zh: '日志末尾未封印：升级后请先启动一次服务器；否则日志已被替换',
  },
  head_was_moved: { en: 'the end of the log was once cut off or moved', zh: '日志末尾曾被截断或移动' },
  not_as_noted: { en: 'the log is not the one that was noted', zh: '日志与记下的链尾不符' },
}
