import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { exits } from '../exit.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { print, printJson } from '../output.ts'

export function paymentAsk(payment: Command): void {
  const command = payment
    .command('ask <id>')
    .description(
      t({
        en: 'ask the gateway now, and settle what it paid for; exits with 1 while no money came',
        zh: '立即向支付渠道查询并结算；尚未到账时退出码为 1',
      }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor payment ask 01997c6e-...')
  command.action((given: string, { json }: { readonly json?: true }) =>
    withOperator(async ({ command }, { askAndSettle, idField, parse }) => {
      const { id, status, problem } = await askAndSettle(command(), parse(idField, { id: given }))
      if (status === 'pending' || status === 'failed') process.exitCode = exits.refused
      if (json) return printJson({ id, status, problem })
      print(problem ? `${status}: ${problem}` : status)
    }),
  )
}
