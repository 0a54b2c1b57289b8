import { linesOf, usersIn } from '@lessor/status'
import { appendFile, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { movedOf, selectRecords, selectUsers, sqlOf } from '../../apps/edge/src/moving.ts'
import type { RecordRow, UserRow } from '../../apps/edge/src/rows.ts'
import { execute, type Place } from './d1.ts'

/** The users of a D1, as lines of the file that both editions read. */
export async function exportUsers(place: Place): Promise<AsyncGenerator<string>> {
  const users = await execute<UserRow & { token_hash: string }>(place, ['--command', selectUsers])
  const records = await execute<RecordRow>(place, ['--command', selectRecords])
  const moved = movedOf(users, records)
  return linesOf(
    (async function* () {
      yield* moved
    })(),
  )
}

export interface Imported {
  readonly read: number
  /** Users of the file that are not in the D1 now, because another user has their link. */
  readonly refused: readonly string[]
}

/** Takes the users of a file into a D1; who is there already stays as is, so it can be run again. */
export async function importUsers(place: Place, file: string): Promise<Imported> {
  const folder = await mkdtemp(join(tmpdir(), 'lessor-import-'))
  const sql = join(folder, 'import.sql')
  const read = new Map<string, string>()
  try {
    const opened = await open(file)
    for await (const user of usersIn(opened.readLines())) {
      read.set(user.id, user.username)
      for await (const statement of sqlOf(user)) await appendFile(sql, statement)
    }
    if (read.size > 0) await execute(place, ['--file', sql])
  } finally {
    await rm(folder, { recursive: true })
  }
  const present = new Set((await execute<UserRow>(place, ['--command', selectUsers])).map(({ id }) => id))
  return { read: read.size, refused: [...read].flatMap(([id, name]) => (present.has(id) ? [] : [name])) }
}
