import type { FieldProblem, Text } from './faults.ts'
import { isStorable } from './json.ts'

// Together they keep an answer under 64 kB, whatever was sent and however its characters are escaped.
const most = { problems: 50, path: 100, message: 200 }

export const unknownField: Text = { en: 'Unknown field', zh: '未知字段' }

/** A problem at a field, of bounded size: both parts may come from the caller. */
export const problemAt = (path: readonly PropertyKey[], { en, zh }: Text): FieldProblem => ({
  path: cut(path.slice(0, most.path).map(String).join('.'), most.path),
  message: { en: cut(en, most.message), zh: cut(zh, most.message) },
})

/** The first of the problems: enough to correct a form. Those after it aren't even made. */
export const firstProblems = (problems: readonly Iterable<FieldProblem>[]): FieldProblem[] =>
  problems
    .values()
    .flatMap((some) => some)
    .take(most.problems)
    .toArray()

/** A problem at each field with text that no database takes: NUL, or half of a surrogate pair. */
export const unstorable = (fields: unknown): Iterable<FieldProblem> =>
  Object.entries(fields ?? {})
    .values()
    .filter(([key, value]) => !isStorable(key) || !isStorable(value))
    .map(([key]) =>
      problemAt([key], { en: 'Contains characters that can’t be stored', zh: '包含无法保存的字符' }),
    )

const cut = (text: string, length: number) => text.slice(0, length).toWellFormed()
