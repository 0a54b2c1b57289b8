import { record } from '../modules/core/audit/index.ts'
import { rotateFile } from '../platform/key-ring.ts'
import { inTransaction } from '../platform/transaction.ts'
import { asOperator } from './as-operator.ts'
import { keysElsewhere, serverRuns } from './errors.ts'
import type { OperatorOptions } from './on-database.ts'

/**
 * Puts a new key in front of the ring beside the embedded database, for whatever is sealed from now on; answers its
 * number. Refused while a server runs: it would not find what others sealed with a key that it doesn't know.
 */
export function rotateKeys(options: OperatorOptions): Promise<number> {
  return asOperator(options, async ({ command, services, place, isAlone }) => {
    if (place.kind === 'server' || services.secretSetting('secrets.keys')) throw keysElsewhere()
    if (!isAlone) throw serverRuns({ params: { pid: place.pid } })
    const key = await rotateFile(services.db, place.dataDir)
    const subject = { kind: 'key', id: String(key) }
    await inTransaction(command(), 'operator.rotate_keys', (tx) =>
      record(tx, command(), { action: 'secrets.key_added', subject }),
    )
    return key
  })
}
