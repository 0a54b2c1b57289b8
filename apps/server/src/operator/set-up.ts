import { createOwner, type CreatedOwner } from '../modules/people/staff/index.ts'
import { migrateDatabase } from '../platform/migrations.ts'
import type { PostgresStep } from '../platform/postgres/embedded.ts'
import { withServices } from './as-operator.ts'
import type { Place } from './find-database.ts'
import { onDatabase, type OperatorOptions } from './on-database.ts'

export interface SetUp {
  readonly place: Place
  /** Whether keys were made now, which must be backed up. */
  readonly keysMade: boolean
  /** How many migrations were taken now. */
  readonly migrated: number
  /** The owner made now, with the password if it was generated. */
  readonly owner: CreatedOwner | undefined
}

/**
 * Makes what an installation lacks: folder, database, tables, keys, owner. Run again, it changes nothing. `show` is called
 * with the outcome before the owner is committed: nothing that fails afterwards can hide the password.
 */
export function setUp(
  options: OperatorOptions,
  onMaking: (step: PostgresStep) => void,
  show: (made: SetUp) => void,
): Promise<void> {
  return onDatabase(
    options,
    async (base) => {
      const migrated = await migrateDatabase(base.database.url)
      let keysMade = false
      const outcome = (owner?: CreatedOwner) =>
        show({ place: base.database.place, keysMade, migrated, owner })
      const owner = await withServices(
        base,
        options,
        ({ command }) => createOwner(command(), base.config.bootstrap, outcome),
        () => (keysMade = true),
      )
      if (!owner) outcome()
    },
    onMaking,
  )
}
