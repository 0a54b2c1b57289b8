import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { exits } from '../exit.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { print, printJson } from '../output.ts'

const good: ReadonlySet<string> = new Set(['accepted', 'asking', 'repeated'])

export function paymentReplay(payment: Command): void {
  const command = payment
    .command('replay <notice>')
    .description(
      t({
        en: 'judge what a gateway sent again, as if it came now; exits with 1 when it doesn’t hold',
        zh: '重新判定支付渠道的通知；不成立时退出码为 1',
      }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor payment replay 01997c6e-...')
  command.action((given: string, { json }: { readonly json?: true }) =>
    withOperator(async ({ command }, { idField, parse, replayAndSettle }) => {
      const { id } = parse(idField, { id: given })
      const verdict = await replayAndSettle(command(), { id })
      if (!good.has(verdict)) process.exitCode = exits.refused
      if (json) return printJson({ id, verdict })
      print(verdict)
    }),
  )
}
