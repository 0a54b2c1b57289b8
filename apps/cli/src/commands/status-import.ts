import { Refusal } from '@lessor/kit'
import type { Command } from 'commander'
import { open } from 'node:fs/promises'
import { fileMissing } from '../errors.ts'
import { withExamples } from '../examples.ts'
import { exits } from '../exit.ts'
import { language, t } from '../language.ts'
import { withOperator, type Operator, type Server } from '../operator.ts'
import { note, print, printJson } from '../output.ts'
import { withProgress } from '../progress.ts'

interface Options {
  readonly json?: true
}

export function statusImport(status: Command): void {
  const command = status
    .command('import <file>')
    .description(
      t({
        en: 'take the users of an export; who is here already stays as is, so it can be run again',
        zh: '导入用户；已存在的用户保持不变，可重复执行',
      }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor status import users.jsonl')
  command.action((file: string, { json }: Options) =>
    withOperator(async (operator, server) => {
      const counts = await withProgress(t({ en: 'Users read:', zh: '已读取用户：' }), (at) =>
        importAll(operator, server, file, at),
      )
      if (counts.refused > 0) process.exitCode = exits.refused
      if (json) return printJson(counts)
      const { imported, present, refused } = counts
      print(
        t({
          en: `${imported} imported, ${present} here already, ${refused} refused`,
          zh: `导入 ${imported}，已存在 ${present}，拒绝 ${refused}`,
        }),
      )
    }),
  )
}

/** One after the other: a refused user is named, and the rest is imported. */
async function importAll(
  { command }: Operator,
  { importUser, usersIn }: Server,
  file: string,
  at: (count: number) => void,
) {
  const counts = { imported: 0, present: 0, refused: 0 }
  const opened = await open(file).catch(() => {
    throw fileMissing({ params: { file } })
  })
  for await (const user of usersIn(opened.readLines())) {
    try {
      counts[(await importUser(command(), user)) ? 'imported' : 'present']++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      counts.refused++
      note(`${user.username}: ${error.text[language]}`)
    }
    at(counts.imported + counts.present + counts.refused)
  }
  return counts
}
