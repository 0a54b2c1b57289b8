import type { Command } from '../../../../platform/command.ts'
import { callWith } from '../../../../platform/plugin-host/functions/index.ts'
import type { Outcome } from '../../../../platform/plugin-host/wire.ts'
import { sendingNow } from '../../notify/index.ts'
import { hostsEntered } from '../hosts.ts'
import type { Manifest } from '../model.ts'
import { scriptName } from '../script/read-script.ts'
import { configAfter, withDefaults, type Config } from './config-model.ts'
import type { Kept } from './kept.ts'

export interface Run extends Config {
  /** What has a thread of its own in the plugin host. */
  readonly of: string
  readonly manifest: Manifest
  readonly script: string
  readonly hosts: readonly string[]
  readonly kept: Kept
  readonly log: (text: string) => void
  readonly method: string
  readonly input: unknown
}

/** Runs one function of a script, with what the interface grants. */
export async function run(cmd: Command, one: Run): Promise<Outcome> {
  const { manifest, config, secrets, kept } = one
  // A newer version of the plugin may ask for more than the interface has.
  const [problem] = configAfter(manifest.config, one, {}).problems
  if (problem) return { kind: 'failed', reason: `${problem.path}: ${problem.message.en}` }
  const { pluginHost, breakers, clock } = cmd.services
  const { of, method, input, log } = one
  const script = { name: scriptName(manifest.id), source: one.script }
  return callWith(
    pluginHost,
    { of, script, method, input },
    {
      config: withDefaults(manifest.config, config),
      secrets,
      hosts: [...one.hosts, ...hostsEntered(manifest, { ...config, ...secrets })],
      kv: kept,
      ...{ log, breakers },
      sendMail: sendingNow(cmd.services),
      now: () => clock.now(),
    },
  )
}
