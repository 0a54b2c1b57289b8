import { demand, type Command } from '../../../../platform/command.ts'
import type { Outcome } from '../../../../platform/plugin-host/wire.ts'
import { notFound, unavailable } from '../../../../platform/refusals.ts'
import { pluginsMay } from '../permissions.ts'
import { scriptName } from '../script/read-script.ts'
import { callOf } from './call-interface.ts'
import { callTarget, saveHealth, type CallTarget, type Interface } from './queries.ts'

/** Asks an interface now whether it works, enabled or not: its `check`, or whether its script can be loaded. */
export async function checkInterface(cmd: Command, { id }: { readonly id: string }): Promise<Interface> {
  demand(cmd, pluginsMay.edit)
  const { db } = cmd.services
  const target = await callTarget.first(db, { id })
  if (!target) throw notFound()
  const outcome = await asked(cmd, target)
  if (outcome.kind === 'busy') throw unavailable({ retryAfterS: 5 })
  const reason = reasonIn(outcome)
  const checked = {
    id,
    ok: reason === null,
    reason: reason?.slice(0, 500) ?? null,
    now: cmd.services.clock.now(),
  }
  const after = await saveHealth.first(db, checked)
  if (!after) throw notFound()
  return after
}

const asked = (cmd: Command, target: CallTarget): Promise<Outcome> =>
  target.exports.includes('check')
    ? callOf(cmd, target, { method: 'check', input: null })
    : cmd.services.pluginHost.load({ name: scriptName(target.plugin), source: target.script })

/** Why it isn't well. A `check` throws, or answers `{ ok: false, reason }` or `{ actionRequired }`. */
function reasonIn(outcome: Exclude<Outcome, { kind: 'busy' }>): string | null {
  if (outcome.kind !== 'answer') return outcome.reason.replaceAll('\0', '')
  const { ok, reason, actionRequired } = (outcome.value ?? {}) as Readonly<Record<string, unknown>>
  if (ok !== false && actionRequired === undefined) return null
  const why = actionRequired ?? reason
  return typeof why === 'string' && why !== '' ? why.replaceAll('\0', '') : 'The check answered no.'
}
