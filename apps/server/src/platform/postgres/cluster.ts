import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError } from './errors.ts'
import type { PostgresEvent } from './log-lines.ts'
import { blockedFolder, type RunAs } from './run-as.ts'

export type PostgresStep = 'copying' | 'initialising' | 'starting' | 'recovering' | 'ready'

/** Where PostgreSQL's data is, and with what and as whom it runs. */
export interface Cluster {
  readonly dir: string
  readonly socketDir: string
  readonly binaries: Binaries
  readonly user: RunAs
  readonly settings: Readonly<Record<string, string>>
  readonly log: (event: PostgresEvent) => void
  readonly onProgress: (step: PostgresStep) => void
}

/**
 * How PostgreSQL, started inside `dir`, should call it. Where its user may not walk there (a clone in /root), Linux lets
 * it use the folder it was put into all the same; throws `data_dir_unreachable` elsewhere.
 */
export async function nameForUser(dir: string, user: RunAs): Promise<string> {
  const blocked = await blockedFolder(dir, user)
  if (!blocked) return dir
  if (process.platform === 'linux') return '/proc/self/cwd'
  throw new EmbeddedPostgresError('data_dir_unreachable', { user: user.uid, blocked })
}
