import { nameKey } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import { notFound, validationFailed } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../audit/index.ts'
import { interfaceChanged, unknownPlugin } from '../errors.ts'
import { pluginsMay } from '../permissions.ts'
import { activeVersion } from '../versions/queries.ts'
import { audited } from './audited.ts'
import { configAfter, type Entered } from './config-model.ts'
import { lockInterface, unlessNameTaken, updateInterface, type Interface } from './queries.ts'
import { openSecrets, sealSecrets } from './secrets.ts'

export interface InterfaceChange {
  readonly id: string
  /** That of the interface as it was edited. */
  readonly revision: number
  readonly name?: string | undefined
  /** Fields that aren't given keep their values, secrets too. */
  readonly config?: Entered | undefined
  readonly hosts?: readonly string[] | undefined
  readonly enabled?: boolean | undefined
}

/** Changes an interface; the next call has it. What nobody has edited in between alone is changed. */
export function changeInterface(
  cmd: Command,
  { id, revision, ...change }: InterfaceChange,
): Promise<Interface> {
  demand(cmd, pluginsMay.edit)
  return inTransaction(cmd, 'plugins.change_interface', async (tx) => {
    const before = await lockInterface.first(tx, { id })
    if (!before) throw notFound()
    if (before.revision !== revision) throw interfaceChanged()
    const { name = before.name, hosts = before.hosts, enabled = before.enabled } = change
    const columns = change.config ? await changed(before, change.config) : before
    const row = {
      ...{ id, name, nameKey: nameKey(name), hosts: [...hosts], enabled, now: cmd.now },
      config: JSON.stringify(columns.config),
      sealed: columns.sealed,
      secretFields: columns.secretFields,
    }
    const after = await unlessNameTaken(updateInterface.one(tx, row))
    await record(tx, cmd, {
      action: 'plugins.interface_changed',
      subject: { kind: 'interface', id },
      before: audited(before),
      // Another secret under the same name is a change, too.
      after: { ...audited(after), entered: Object.keys(change.config ?? {}) },
    })
    return after

    async function changed(one: Interface, entered: Entered) {
      const { secrets } = cmd.services
      const active = await activeVersion.first(tx, { plugin: one.plugin })
      if (!active) throw unknownPlugin()
      const old = { config: one.config, secrets: openSecrets(secrets, one) }
      const now = configAfter(active.manifest.config, old, entered)
      if (now.problems.length > 0) throw validationFailed({ problems: now.problems })
      return { config: now.config, ...sealSecrets(secrets, id, now.secrets) }
    }
  })
}
