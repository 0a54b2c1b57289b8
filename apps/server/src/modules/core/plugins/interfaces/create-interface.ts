import { nameKey, newId } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import { validationFailed } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../audit/index.ts'
import { unknownPlugin } from '../errors.ts'
import { hostsNamed } from '../hosts.ts'
import { pluginsMay } from '../permissions.ts'
import { activeVersion } from '../versions/queries.ts'
import { audited } from './audited.ts'
import { configAfter, type Entered } from './config-model.ts'
import { insertInterface, unlessNameTaken, type Interface } from './queries.ts'
import { sealSecrets } from './secrets.ts'

export interface NewInterface {
  readonly plugin: string
  readonly name: string
  readonly config: Entered
  /** Where it may connect; absent: the hosts that the plugin names. */
  readonly hosts?: readonly string[] | undefined
  readonly enabled: boolean
}

/** Adds an interface of a plugin; its secrets are stored sealed, and shown nowhere. */
export function createInterface(cmd: Command, given: NewInterface): Promise<Interface> {
  demand(cmd, pluginsMay.edit)
  const { plugin, name, enabled } = given
  return inTransaction(cmd, 'plugins.create_interface', async (tx) => {
    const active = await activeVersion.first(tx, { plugin })
    if (!active) throw unknownPlugin()
    const { manifest, kind } = active
    const { config, secrets, problems } = configAfter(
      manifest.config,
      { config: {}, secrets: {} },
      given.config,
    )
    if (problems.length > 0) throw validationFailed({ problems })
    const id = newId()
    const row = {
      ...{ id, plugin, kind, name, nameKey: nameKey(name), enabled, now: cmd.now },
      ...sealSecrets(cmd.services.secrets, id, secrets),
      config: JSON.stringify(config),
      hosts: [...(given.hosts ?? hostsNamed(manifest))],
    }
    const made = await unlessNameTaken(insertInterface.one(tx, row))
    const subject = { kind: 'interface', id }
    await record(tx, cmd, {
      action: 'plugins.interface_created',
      subject,
      after: { plugin, ...audited(made) },
    })
    return made
  })
}
