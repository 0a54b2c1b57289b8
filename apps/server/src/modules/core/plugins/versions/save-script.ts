import { demand, type Command } from '../../../../platform/command.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { pluginChanged, pluginExists, unknownPlugin } from '../errors.ts'
import { consoleVersion } from '../model.ts'
import { pluginsMay } from '../permissions.ts'
import { readScript } from '../script/read-script.ts'
import { demandUsable, otherId, otherKind } from '../script/refuse.ts'
import { lockVersions, versionsOf, type ListedVersion } from './queries.ts'
import { storeVersion } from './store-version.ts'

export interface SaveScript {
  readonly source: string
  /** The plugin that is edited; absent: it is a new one. */
  readonly plugin?: string | undefined
  /** The version that was edited: another one must not have become active meanwhile. */
  readonly base?: string | undefined
}

/** Stores what staff wrote as a new version, which serves the next call. */
export async function saveScript(cmd: Command, { source, plugin, base }: SaveScript): Promise<ListedVersion> {
  demand(cmd, pluginsMay.edit)
  // The script is loaded before the transaction, which waits for nothing but the database.
  const read = demandUsable(await readScript(cmd.services.pluginHost, source))
  const { id, kind, version } = read.manifest
  if (plugin !== undefined && id !== plugin) throw otherId(plugin)
  return inTransaction(cmd, 'plugins.save_script', async (tx) => {
    await lockVersions.run(tx, {})
    const stored = await versionsOf.all(tx, { plugin: id })
    const active = stored.find((one) => one.active)
    if (plugin === undefined && active) throw pluginExists()
    if (plugin !== undefined && !active) throw unknownPlugin()
    if (active && active.kind !== kind) throw otherKind(active.kind)
    if (base !== undefined && active?.id !== base) throw pluginChanged()
    const number = consoleVersion(
      version,
      stored.map((one) => one.version),
    )
    return storeVersion(tx, cmd, { read, version: number, origin: 'console', active, becomesActive: true })
  })
}
