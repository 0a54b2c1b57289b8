import type { Command } from 'commander'
import { t } from './language.ts'

/** Ends a command's help with how it is used. */
export const withExamples = (command: Command, ...lines: readonly string[]): Command =>
  command.addHelpText(
    'after',
    `\n${t({ en: 'Examples:', zh: '示例：' })}\n${lines.map((line) => `  ${line}`).join('\n')}`,
  )
