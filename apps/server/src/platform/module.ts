import type { SecretKey, Settings } from '../config.ts'
import type { Envelope } from './http/envelope.ts'
import type { Route } from './http/route.ts'
import type { Job } from './jobs.ts'
import type { Logger } from './log.ts'

/**
 * What a module brings to the running program, said once in its index.ts; `modules.ts` is the list of all. `Process` is
 * what its routes read of the process that answers them. What is found by its name (permissions, mails, events,
 * statements, sealed columns) is declared where it is made, and needs no place here.
 */
export interface Module<Process = never> {
  readonly routes?: readonly Route[] | ((process: Process) => readonly Route[])
  /** The same in all modules of a family; absent: `codeMessage`. */
  readonly envelope?: Envelope
  readonly jobs?: readonly Job[] | ((of: JobsOf) => readonly Job[])
}

export interface JobsOf {
  /** As they hold when asked. */
  readonly settings: () => Settings
  readonly secretSetting: (key: SecretKey) => string
  readonly log: Logger
  /** Those of every module, once all are known. */
  readonly all: () => readonly Job[]
}

/** What all of `modules` bring together, of one kind. */
export const broughtBy = <T, With>(
  parts: readonly (readonly T[] | ((given: With) => readonly T[]) | undefined)[],
  given: With,
): T[] => parts.flatMap((part) => (typeof part === 'function' ? part(given) : (part ?? [])))
