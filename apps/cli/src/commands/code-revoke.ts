import type { Command } from 'commander'
import { confirm } from '../confirm.ts'
import { nothingNamed } from '../errors.ts'
import { withExamples } from '../examples.ts'
import { report } from '../exit.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { note, printJson } from '../output.ts'

interface Options {
  readonly batch?: string
  readonly yes?: true
  readonly json?: true
}

export function codeRevoke(code: Command): void {
  const command = code
    .command('revoke [ids...]')
    .description(t({ en: 'make unused codes worthless, for good', zh: '作废未使用的卡密，无法撤销' }))
    .option('--batch <id>', t({ en: 'every unused code of a batch', zh: '作废整个批次中未使用的卡密' }))
    .option('--yes', t({ en: 'don’t ask', zh: '不再询问' }))
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor code revoke 01997c6e-...', 'lessor code revoke --batch 01997c6e-... --yes')
  command.action(async (ids: string[], options: Options) => {
    if (ids.length > 0 === (options.batch !== undefined)) throw nothingNamed()
    if (options.batch === undefined) return revokeEach(ids, options)
    const question = t({
      en: 'Revoke every unused code of this batch?',
      zh: '作废该批次中所有未使用的卡密？',
    })
    if (!options.yes) await confirm(question)
    await revokeAll(options.batch, options)
  })
}

async function revokeAll(id: string, { json }: Options): Promise<void> {
  const batch = await withOperator(async ({ command }, { batchField, parse, presentBatch, revokeBatch }) => {
    const cmd = command()
    return presentBatch(await revokeBatch(cmd, { id: parse(batchField, { batch: id }).batch }), cmd.now)
  })
  if (json) return printJson(batch)
  note(
    t({ en: `Revoked: ${batch.revoked} of ${batch.count}`, zh: `已作废：${batch.revoked} / ${batch.count}` }),
  )
}

/** One after the other: a failure is reported, and the rest continues. */
async function revokeEach(ids: readonly string[], { json }: Options): Promise<void> {
  await withOperator(async ({ command }, { parse, idField, presentCode, revokeCode }) => {
    for (const given of ids) {
      try {
        const { id } = parse(idField, { id: given })
        const code = presentCode(await revokeCode(command(), { id }), command().now)
        if (json) printJson(code)
        else note(t({ en: `Revoked ${id} (…${code.tail})`, zh: `已作废 ${id}（…${code.tail}）` }))
      } catch (error) {
        note(`${given}:`)
        process.exitCode = await report(error)
      }
    }
  })
}
