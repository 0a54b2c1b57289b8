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

export function statusExport(status: Command): void {
  const command = status
    .command('export')
    .description(
      t({
        en: 'all users with their time, records and link hashes, for the Worker edition or another server',
        zh: '导出全部用户及其时长、充值记录和链接哈希，供边缘版或另一台服务器导入',
      }),
    )
    .option('--out <file>', t({ en: 'write a file that only you may read', zh: '写入仅本人可读的文件' }))
  withExamples(command, 'lessor status export --out users.jsonl', 'lessor status export | tail -n +2 | wc -l')
  command.action(({ out }: Options) =>
    withOperator(async ({ command }, { exportUsers, linesOf }) => {
      const lines = async () => linesOf(await exportUsers(command()))
      if (out === undefined) return pipeline(await lines(), process.stdout, { end: false })
      await withNewFile(out, async (write) => write(bytesOf(await lines())))
      note(t({ en: `Written to ${out}`, zh: `已写入 ${out}` }))
    }),
  )
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const line of lines) yield encoder.encode(line)
}
