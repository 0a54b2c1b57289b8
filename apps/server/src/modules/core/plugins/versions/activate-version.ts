import { demand, type Command } from '../../../../platform/command.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../audit/index.ts'
import { pluginsMay } from '../permissions.ts'
import { lockVersions, versionById, versionsOf, type ListedVersion } from './queries.ts'
import { makeActive } from './store-version.ts'

/** Lets a stored version, mostly an older one, serve from the next call on. */
export function activateVersion(cmd: Command, { id }: { readonly id: string }): Promise<ListedVersion> {
  demand(cmd, pluginsMay.edit)
  return inTransaction(cmd, 'plugins.activate_version', async (tx) => {
    await lockVersions.run(tx, {})
    const wanted = await versionById.first(tx, { id })
    if (!wanted) throw notFound()
    const stored = await versionsOf.all(tx, { plugin: wanted.plugin })
    const before = stored.find((one) => one.active)
    const after = await makeActive(tx, cmd, wanted)
    await record(tx, cmd, {
      action: 'plugins.version_activated',
      subject: { kind: 'plugin', id: wanted.plugin },
      before: { active: before?.version ?? null },
      after: { active: wanted.version },
    })
    return after
  })
}
