import { newId } from '@lessor/kit'
import type { Command } from '../../../../platform/command.ts'
import type { Tx } from '../../../../platform/db.ts'
import { record } from '../../audit/index.ts'
import type { Origin } from '../model.ts'
import type { ReadScript } from '../script/read-script.ts'
import { activate, deactivate, insertVersion, type ListedVersion } from './queries.ts'

export interface StoreVersion {
  readonly read: ReadScript
  readonly version: string
  readonly origin: Origin
  /** The active one, if there is one. */
  readonly active: ListedVersion | undefined
  readonly becomesActive: boolean
}

/** Stores a version under the caller's lock of all versions, and lets it take over; recorded, so it comes last. */
export async function storeVersion(
  tx: Tx,
  cmd: Command,
  { read, version, origin, active, becomesActive }: StoreVersion,
): Promise<ListedVersion> {
  const { manifest, source, script, exports, hash } = read
  const { id: plugin, kind } = manifest
  const row = {
    ...{ id: newId(), plugin, version, kind, source, script, exports, hash, origin },
    ...{ createdAt: cmd.now, createdBy: cmd.actor.kind === 'visitor' ? '' : cmd.actor.name },
    manifest: JSON.stringify(manifest),
  }
  const stored = await insertVersion.one(tx, row)
  const current = becomesActive ? await makeActive(tx, cmd, stored) : stored
  await record(tx, cmd, {
    action: 'plugins.version_stored',
    subject: { kind: 'plugin', id: plugin },
    before: { active: active?.version ?? null },
    after: {
      ...{ version, origin, sha256: hash.toString('hex') },
      active: becomesActive ? version : (active?.version ?? null),
    },
  })
  return current
}

/** Lets a version be the one that runs from the next call on. */
export async function makeActive(
  tx: Tx,
  cmd: Command,
  { id, plugin }: Pick<ListedVersion, 'id' | 'plugin'>,
): Promise<ListedVersion> {
  await deactivate.run(tx, { plugin })
  return activate.one(tx, { id, now: cmd.now })
}
