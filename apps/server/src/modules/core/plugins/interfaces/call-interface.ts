import type { Command } from '../../../../platform/command.ts'
import type { Outcome } from '../../../../platform/plugin-host/wire.ts'
import { interfaceDisabled, unknownInterface } from '../errors.ts'
import { keptBy } from './kept.ts'
import { callTarget, type CallTarget } from './queries.ts'
import { run } from './run.ts'
import { openSecrets } from './secrets.ts'

export interface InterfaceCall {
  readonly interfaceId: string
  /** A function that the plugin's kind exports. */
  readonly method: string
  readonly input: unknown
}

/**
 * Calls a function of an interface, as it and its plugin are now. Never inside a transaction: it may take 30 s, and what it
 * did outside can't be taken back. Throws for an interface that isn't there or is disabled.
 */
export async function callInterface(cmd: Command, { interfaceId, ...call }: InterfaceCall): Promise<Outcome> {
  const target = await callTarget.first(cmd.services.db, { id: interfaceId })
  if (!target) throw unknownInterface()
  if (!target.enabled) throw interfaceDisabled({ params: { name: target.name } })
  return callOf(cmd, target, call)
}

/** The same, whether or not it is enabled. */
export function callOf(
  cmd: Command,
  target: CallTarget,
  call: Omit<InterfaceCall, 'interfaceId'>,
): Promise<Outcome> {
  const { id, plugin, manifest, script, config, hosts } = target
  const { db, secrets } = cmd.services
  return run(cmd, {
    of: id,
    manifest,
    script,
    config,
    secrets: openSecrets(secrets, target),
    hosts,
    kept: keptBy(db, id),
    log: (text) => cmd.log.info({ plugin, interface: id, said: text.slice(0, 2_000) }, 'a plugin says'),
    ...call,
  })
}
