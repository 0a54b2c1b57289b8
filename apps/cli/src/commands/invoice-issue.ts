import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { printJson } from '../output.ts'
import { printInvoice } from './invoice-show.ts'

export function invoiceIssue(invoice: Command): void {
  const command = invoice
    .command('issue <id>')
    .description(
      t({ en: 'give a draft its number; it can’t be changed then', zh: '开具草稿：获得编号，之后不能修改' }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor invoice issue 01997c6e-...')
  command.action((id: string, { json }: { readonly json?: true }) =>
    withOperator(async ({ command, services }, { idField, issueInvoice, parse, wholeInvoice }) => {
      const issued = await issueInvoice(command(), parse(idField, { id }))
      const whole = await wholeInvoice(command(), issued)
      if (json) printJson(whole)
      else printInvoice(whole, services.settings.server.time_zone)
    }),
  )
}
