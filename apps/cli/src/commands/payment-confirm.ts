import type { Command } from 'commander'
import { parseAmount } from '@lessor/kit'
import { confirm } from '../confirm.ts'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { withOperator, type Operator, type Server } from '../operator.ts'
import { note, printJson } from '../output.ts'

interface Options {
  readonly transaction: string
  readonly amount: string
  readonly note?: string
  readonly yes?: true
  readonly json?: true
}

export function paymentConfirm(payment: Command): void {
  const command = payment
    .command('confirm <id>')
    .description(
      t({ en: 'count a payment whose money you have seen, for good', zh: '人工确认到账，无法撤销' }),
    )
    .requiredOption('--transaction <text>', t({ en: 'the bank’s number of it', zh: '银行交易号' }))
    .requiredOption('--amount <amount>', t({ en: 'what really came in', zh: '实际到账金额' }))
    .option('--note <text>', t({ en: 'for the operators’ eyes', zh: '备注，仅员工可见' }))
    .option('--yes', t({ en: 'don’t ask', zh: '不再询问' }))
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor payment confirm 01997c6e-... --transaction 20260701-17 --amount 30.00')
  command.action(async (id: string, { yes, json, ...given }: Options) => {
    if (!yes)
      await confirm(t({ en: `Count ${given.amount} as received?`, zh: `确认已收到 ${given.amount}？` }))
    const received = await withOperator((operator, server) => count(operator, server, id, given))
    if (json) return printJson({ for_kind: received.for_kind, for_id: received.for_id })
    note(
      t({ en: `Counted for ${received.for_kind} ${received.for_id}`, zh: `已入账，用于 ${received.for_id}` }),
    )
  })
}

/** Settles at once, without waiting for a server to hear of it. */
async function count({ command }: Operator, server: Server, given: string, fields: object) {
  const { confirmation, confirmPayment, idField, parse, settle } = server
  const { id } = parse(idField, { id: given })
  const { amount, ...rest } = parse(confirmation, fields)
  const received = await confirmPayment(command(), { id, ...rest, amountFen: parseAmount(amount) })
  await settle(command(), received)
  return received
}
