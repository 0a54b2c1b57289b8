import type { FieldProblem, Text } from '@lessor/kit'
import { problemAt } from '@lessor/kit'
import { scriptRefused } from '../errors.ts'
import type { Kind, ScriptProblem } from '../model.ts'
import { hasProblems } from './read-script.ts'

/** What was read; refuses with its problems where it has any, each with its line. */
export function demandUsable<T extends object>(read: T | readonly ScriptProblem[]): T {
  if (!hasProblems(read)) return read
  throw scriptRefused({ problems: read.map(fieldProblem) })
}

const fieldProblem = ({ line, message }: ScriptProblem): FieldProblem =>
  problemAt(
    ['source'],
    line === undefined ? message : { en: `Line ${line}: ${message.en}`, zh: `第 ${line} 行：${message.zh}` },
  )

export const otherKindText = (kind: Kind): Text => ({
  en: `The plugin is a ${kind}, and its interfaces rely on that: give another kind another ID.`,
  zh: `此插件的类型是 ${kind}，其接口依赖于此；其他类型请换一个 ID。`,
})
export const otherKind = (kind: Kind) =>
  scriptRefused({ problems: [fieldProblem({ message: otherKindText(kind) })] })

export const otherId = (plugin: string) =>
  scriptRefused({
    problems: [
      fieldProblem({
        message: {
          en: `The manifest’s id must stay ${plugin}. Save another plugin as a new one.`,
          zh: `清单中的 id 须保持为 ${plugin}。其他插件请另存为新插件。`,
        },
      }),
    ],
  })
