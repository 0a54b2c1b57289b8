import { Refusal, type FieldProblem } from '@lessor/kit'
import { CommanderError } from 'commander'
import { t } from './language.ts'
import { note } from './output.ts'
import { loadServer } from './operator.ts'

/** What a command ends with. An unexpected error is thrown on, and Node ends with 1 and the stack. */
export const exits = { done: 0, refused: 1, usage: 2, unavailable: 3 } as const

/** Prints why a command failed and returns its exit code; rethrows unexpected errors. */
export async function report(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.usage
  if (error instanceof Refusal) return reportRefusal(error)
  const { ConfigError, EmbeddedPostgresError, hintOf } = await loadServer()
  const hint = hintOf(error)
  if (error instanceof ConfigError) note(error.message)
  else if (error instanceof EmbeddedPostgresError) note(t(error.texts))
  else if (error instanceof Error && hint) note(`${t(hint)} (${error.message})`)
  else throw error
  return exits.unavailable
}

function reportRefusal({ kind, text, extra }: Refusal): number {
  note(t(text))
  for (const problem of extra.problems ?? []) note(`  ${optionOf(problem)}: ${t(problem.message)}`)
  if (kind === 'invalid') return exits.usage
  return kind === 'unavailable' ? exits.unavailable : exits.refused
}

const optionOf = ({ path }: FieldProblem) => path.replaceAll('_', '-')
