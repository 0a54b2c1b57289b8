import { settingsMay } from './permissions.ts'
import { record } from '../audit/index.ts'
import { isSecret } from '../../../config.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { validationFailed } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { fixedField } from './errors.ts'
import { settingsTopic } from './events.ts'
import { valueIn, withoutPassword, type Change } from './model.ts'
import { dropSetting, saveSetting } from './queries.ts'
import { sealed } from './sealed.ts'

/**
 * Changes settings while the server runs: once it has answered, every process uses the new values. What the
 * configuration fixes is refused, all of it at once.
 */
export async function changeSettings(cmd: Command, change: Change): Promise<void> {
  demand(cmd, settingsMay.manage)
  const { pinned, secrets, secretSetting, settings, signals } = cmd.services
  const keys = Object.keys(change)
  const fixed = keys.filter((key) => pinned.has(key))
  if (fixed.length > 0) throw validationFailed({ problems: fixed.map(fixedField) })
  if (keys.length === 0) return
  const stored = Object.entries(sealed(secrets, change))
  const before = Object.fromEntries(
    keys.map((key) => [key, audited(key, isSecret(key) ? secretSetting(key) : valueIn(settings, key))]),
  )
  const after = Object.fromEntries(keys.map((key) => [key, audited(key, change[key] ?? null)]))
  await inTransaction(cmd, 'settings.change_settings', async (tx) => {
    for (const [key, value] of stored) {
      if (value === null) await dropSetting.run(tx, { key })
      else await saveSetting.run(tx, { key, value: JSON.stringify(value), now: cmd.now })
    }
    await signals.announce(tx, settingsTopic, JSON.stringify(Object.fromEntries(stored)))
    const subject = { kind: 'settings', id: 'settings' }
    await record(tx, cmd, { action: 'settings.changed', subject, before, after })
  })
}

/** A value as the audit log keeps it: for good, so without the password. */
const audited = (key: string, value: string | number | null) =>
  isSecret(key) && typeof value === 'string' ? withoutPassword(value) : value
