import type { Command } from 'commander'
import { pipeline } from 'node:stream/promises'
import { withExamples } from '../examples.ts'
import { withNewFile } from '../file.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { note } from '../output.ts'

interface Options {
  readonly out?: string
}

export function codeExport(code: Command): void {
  const command = code
    .command('export <batch>')
    .description(
      t({
        en: 'all codes of a batch in full, as CSV; the audit log records it',
        zh: '以 CSV 导出整个批次的卡密原文，并记入审计日志',
      }),
    )
    .option('--out <file>', t({ en: 'write a file that only you may read', zh: '写入仅本人可读的文件' }))
  withExamples(
    command,
    'lessor code export 01997c6e-... --out codes.csv',
    'lessor code export 01997c6e-... | wc -l',
  )
  command.action((id: string, { out }: Options) =>
    withOperator(async ({ command }, { batchField, csvOf, exportBatch, parse }) => {
      const batch = parse(batchField, { batch: id })
      const csv = async () => csvOf(await exportBatch(command(), { id: batch.batch }))
      if (out === undefined) return pipeline(await csv(), process.stdout, { end: false })
      await withNewFile(out, async (write) => write(await csv()))
      note(t({ en: `Written to ${out}`, zh: `已写入 ${out}` }))
    }),
  )
}
