import { Refusal } from '@lessor/kit'
import type { Command } from '../platform/command.ts'

/** A status page that was made up; the path holds its secret. */
export interface Link {
  readonly username: string
  readonly path: string
}

/** What the story has made so far, by the names that it uses. */
export interface Stage {
  readonly password: string
  /** Behind every name, to distinguish a second set of sample accounts. */
  readonly suffix: string
  /** The operator named in the records. */
  readonly operator: Command['actor']
  readonly accounts: Map<string, string>
  readonly batches: Map<string, { readonly id: string; readonly texts: string[] }>
  /** What is sold, and the way to pay, by the names that the story uses. */
  readonly plans: Map<string, string>
  readonly links: Link[]
}

export const emptyStage = (given: Pick<Stage, 'password' | 'suffix' | 'operator'>): Stage => ({
  ...given,
  accounts: new Map(),
  batches: new Map(),
  plans: new Map(),
  links: [],
})

/** What somebody does; the command says when. */
export type Deed = (cmd: Command) => Promise<unknown>

/** What the story has made under a name. */
export function made<T>(of: ReadonlyMap<string, T>, name: string): T {
  const value = of.get(name)
  if (value === undefined) throw new Error(`The story has no ${name} yet`)
  return value
}

/** For what may be refused in the story too. */
export function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}
