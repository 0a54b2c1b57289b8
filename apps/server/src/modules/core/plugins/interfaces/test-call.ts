import { hash } from 'node:crypto'
import { demand, type Command } from '../../../../platform/command.ts'
import type { Outcome } from '../../../../platform/plugin-host/wire.ts'
import { notFound, validationFailed } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../audit/index.ts'
import { unknownPlugin } from '../errors.ts'
import { hostsNamed } from '../hosts.ts'
import { pluginsMay } from '../permissions.ts'
import { readScript } from '../script/read-script.ts'
import { demandUsable, otherId } from '../script/refuse.ts'
import { activeVersion } from '../versions/queries.ts'
import { configAfter, type Entered } from './config-model.ts'
import { keptBy, keptForNow } from './kept.ts'
import { interfaceById } from './queries.ts'
import { run } from './run.ts'
import { openSecrets } from './secrets.ts'

export interface TestCall {
  /** A script that isn't saved; absent: the active version of the plugin. */
  readonly source?: string | undefined
  readonly plugin?: string | undefined
  /** The interface whose values hold where none are given. */
  readonly interfaceId?: string | undefined
  readonly config: Entered
  readonly hosts?: readonly string[] | undefined
  readonly method: string
  readonly input: unknown
}

export interface Tested {
  readonly outcome: Outcome
  /** What the script logged. */
  readonly logs: readonly string[]
}

const logsAtMost = 64

/**
 * Calls a script or an interface before it is saved. What it does outside is real, so the audit log has it; what it
 * keeps is forgotten.
 */
export async function testCall(cmd: Command, given: TestCall): Promise<Tested> {
  demand(cmd, pluginsMay.edit)
  const { db, secrets } = cmd.services
  const { interfaceId: id, method, input } = given
  const saved = id === undefined ? undefined : await interfaceById.first(db, { id })
  if (id !== undefined && !saved) throw notFound()
  const { manifest, script } = await scriptOf(cmd, given, saved?.plugin)
  // The secrets of an interface are for scripts of its own plugin.
  if (saved && manifest.id !== saved.plugin) throw otherId(saved.plugin)
  const before = saved
    ? { config: saved.config, secrets: openSecrets(secrets, saved) }
    : { config: {}, secrets: {} }
  const { problems, ...values } = configAfter(manifest.config, before, given.config)
  if (problems.length > 0) throw validationFailed({ problems })
  const hosts = given.hosts ?? saved?.hosts ?? hostsNamed(manifest)
  await inTransaction(cmd, 'plugins.test_call', (tx) =>
    record(tx, cmd, {
      action: 'plugins.tested',
      subject: { kind: 'plugin', id: manifest.id },
      after: { interface: id ?? null, method, hosts, sha256: hash('sha256', script) },
    }),
  )
  const logs: string[] = []
  const log = (text: string) => {
    if (logs.length < logsAtMost) logs.push(text.slice(0, 2_000))
  }
  const kept = keptForNow(saved && keptBy(db, saved.id))
  const outcome = await run(cmd, { of: 'test', manifest, script, ...values, hosts, kept, log, method, input })
  return { outcome, logs }
}

async function scriptOf(
  { services }: Command,
  { source, plugin }: TestCall,
  ofInterface: string | undefined,
) {
  if (source !== undefined) return demandUsable(await readScript(services.pluginHost, source))
  const active = await activeVersion.first(services.db, { plugin: ofInterface ?? plugin ?? '' })
  if (!active) throw unknownPlugin()
  return active
}
