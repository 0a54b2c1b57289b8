import { sqlStateOf } from './db.ts'

export interface Removed {
  /** False: something refers to it, so that it was only made inactive. */
  readonly removed: boolean
}

const stillReferred = '23503'

/** Removes, or where a row anywhere refers to it (which only its foreign key knows) retires; each is a transaction. */
export async function removeOrRetire(
  remove: () => Promise<unknown>,
  retire: () => Promise<unknown>,
): Promise<Removed> {
  try {
    await remove()
    return { removed: true }
  } catch (error) {
    if (sqlStateOf(error) !== stillReferred) throw error
    await retire()
    return { removed: false }
  }
}
