import { demand, type Command } from '../../../../platform/command.ts'
import type { ScriptProblem } from '../model.ts'
import { pluginsMay } from '../permissions.ts'
import { hasProblems, readScript, type ReadScript } from './read-script.ts'

/** What is wrong with a script, or how it was read; stores nothing. */
export async function tryScript(
  cmd: Command,
  { source }: { readonly source: string },
): Promise<{ readonly problems: readonly ScriptProblem[]; readonly read?: ReadScript }> {
  demand(cmd, pluginsMay.edit)
  const read = await readScript(cmd.services.pluginHost, source)
  return hasProblems(read) ? { problems: read } : { problems: [], read }
}
