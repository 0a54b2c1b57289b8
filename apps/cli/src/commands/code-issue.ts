import type { Command } from 'commander'
import { tooManyToShow } from '../errors.ts'
import { withExamples } from '../examples.ts'
import { withNewFile } from '../file.ts'
import { t } from '../language.ts'
import { loadServer, withOperator, type Operator, type Server } from '../operator.ts'
import { note, print, printJson } from '../output.ts'
import { withProgress } from '../progress.ts'

interface Options {
  readonly level: string
  readonly days: string
  readonly count: string
  readonly prefix?: string
  readonly expiresInDays?: string
  readonly note?: string
  readonly amount?: string
  readonly out?: string
  readonly json?: true
}

type Terms = ReturnType<Server['termsOf']>

const mostShown = 1_000

export function codeIssue(code: Command): void {
  const command = code
    .command('issue')
    .description(
      t({ en: 'issue codes: print them, or write them to a file', zh: '发行卡密：直接输出，或写入文件' }),
    )
    .option('--level <n>', t({ en: 'VIP level, 1 to 100', zh: 'VIP 等级，1 到 100' }), '1')
    .requiredOption(
      '--days <n>',
      t({ en: 'days that each code brings, 1 to 3650', zh: '每个卡密的天数，1 到 3650' }),
    )
    .option('--count <n>', t({ en: 'how many, up to 100,000', zh: '数量，最多 100,000' }), '1')
    .option(
      '--prefix <text>',
      t({ en: 'up to 8 of A-Z and 0-9, in front of each code', zh: '卡密前缀，最多 8 位 A-Z、0-9' }),
    )
    .option(
      '--expires-in-days <n>',
      t({ en: 'days until an unused code expires (30)', zh: '未使用时多少天后过期（默认 30）' }),
    )
    .option('--note <text>', t({ en: 'for the operators’ eyes', zh: '备注，仅员工可见' }))
    .option(
      '--amount <amount>',
      t({ en: 'what one code is sold for, such as 9.90', zh: '单个卡密的售价，例如 9.90' }),
    )
    .option(
      '--out <file>',
      t({ en: 'write a CSV file that only you may read', zh: '写入仅本人可读的 CSV 文件' }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(
    command,
    'lessor code issue --days 30 --count 10 > codes.txt',
    'lessor code issue --level 2 --days 365 --count 100000 --prefix VIP --amount 99.00 --out codes.csv',
  )
  command.action(issue)
}

async function issue(options: Options): Promise<void> {
  const { batchTerms, parse, termsOf } = await loadServer()
  const terms = termsOf(parse(batchTerms, fieldsOf(options)))
  const { out } = options
  if (terms.count > mostShown && !out && !options.json) throw tooManyToShow()
  const issued = await withOperator(async (operator, server) => {
    if (out === undefined) return issueNow(operator, server, terms)
    return withNewFile(out, async (write) => {
      const { batch } = await issueNow(operator, server, terms)
      await write(server.csvOf(await server.exportBatch(operator.command(), { id: batch.id })))
      return { batch, codes: null }
    })
  })
  if (options.json) return printJson({ ...issued, file: out ?? null })
  if (out) note(t({ en: `${terms.count} code(s) in ${out}`, zh: `${terms.count} 个卡密已写入 ${out}` }))
  for (const text of issued.codes ?? []) print(text)
}

async function issueNow({ command }: Operator, { issueBatch, presentBatch }: Server, terms: Terms) {
  const cmd = command()
  const { batch, texts } = await withProgress(t({ en: 'Issuing codes', zh: '正在发行卡密' }), (at) =>
    issueBatch(cmd, terms, (count) => at(count, terms.count)),
  )
  // Told before a file is whole: should the disk be full now, the batch can be exported again.
  note(t({ en: `Batch ${batch.id} is issued.`, zh: `已发行批次 ${batch.id}。` }))
  return { batch: presentBatch({ ...batch, used: 0, revoked: 0 }, cmd.now), codes: texts }
}

function fieldsOf(options: Options) {
  const { level, days, count, prefix, expiresInDays, note, amount } = options
  return {
    ...{ level: Number(level), days: Number(days), count: Number(count), prefix, note, amount },
    expires_in_days: expiresInDays === undefined ? undefined : Number(expiresInDays),
  }
}
