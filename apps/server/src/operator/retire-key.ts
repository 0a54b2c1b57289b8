import { record } from '../modules/core/audit/index.ts'
import type { Services } from '../platform/command.ts'
import { readKeyFile, writeKeyFile } from '../platform/key-file.ts'
import { isNoted, markRetired } from '../platform/key-ring.ts'
import { inTransaction } from '../platform/transaction.ts'
import { sealedColumns } from '../platform/sealed-column.ts'
import { asOperator } from './as-operator.ts'
import { keyInUse, keyUnknown, serverRuns } from './errors.ts'
import type { OperatorOptions } from './on-database.ts'
import { transaction } from '../platform/run-transaction.ts'

export interface Retired {
  /** How many values were re-encrypted now. */
  readonly resealed: number
  /** Whether the key is still in `secrets.keys`, where the operator has to remove it. */
  readonly inConfig: boolean
}

/**
 * Makes a key worthless: re-encrypts, in steps, everything it sealed, then takes it out of the ring. Tokens and answers that
 * it signed count no more. A run that is killed is finished by the next. With the embedded database no server may run.
 */
export function retireKey(
  options: OperatorOptions,
  id: number,
  onProgress: (done: number, of: number) => void,
): Promise<Retired> {
  return asOperator(options, async ({ command, services, place, isAlone }) => {
    const inConfig = place.kind === 'server' || services.secretSetting('secrets.keys') !== ''
    if (place.kind === 'embedded' && !isAlone) throw serverRuns({ params: { pid: place.pid } })
    if (services.secrets.newestKey === id) throw keyInUse({ params: { id } })
    const hashKey = services.secrets.hashKeyOf(id)
    if (!hashKey || !(await isNoted(services.db, id))) throw keyUnknown({ params: { id } })
    const resealed = await resealAll(services, id, onProgress)
    const cmd = command()
    const subject = { kind: 'key', id: String(id) }
    await inTransaction(cmd, 'operator.retire_key', async (tx) => {
      for (const column of sealedColumns())
        if ((await column.left(tx, id)) > 0) throw new Error(`${column.name} holds values of key ${id} again`)
      await markRetired.run(tx, { id, hashKey, now: cmd.now })
      await record(tx, cmd, { action: 'secrets.key_retired', subject, after: { resealed } })
    })
    if (place.kind === 'embedded' && !inConfig) {
      const kept = readKeyFile(place.dataDir).filter((key) => key.id !== id)
      writeKeyFile(place.dataDir, kept)
    }
    return { resealed, inConfig }
  })
}

async function resealAll(
  { db, secrets }: Services,
  key: number,
  onProgress: (done: number, of: number) => void,
): Promise<number> {
  const columns = sealedColumns()
  const steps = await Promise.all(columns.map((column) => column.steps(db)))
  const total = steps.reduce((sum, count) => sum + count, 0)
  let [done, resealed] = [0, 0]
  for (const [i, column] of columns.entries())
    for (let step = 0; step < (steps[i] ?? 0); step++) {
      resealed += await transaction(db, (tx) => column.reseal(tx, secrets, key, step))
      onProgress(++done, total)
    }
  return resealed
}
