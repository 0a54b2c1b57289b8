import { Refusal } from '@lessor/kit'
import type { Command } from '../platform/command.ts'

/** A status page that was made up; the path holds its secret. */
export interface Link {
  readonly username: string
  readonly path: string
}

/** Who and what the story has told of so far, by the names that it uses. */
export interface Stage {
  readonly password: string
  /** Behind every name, to tell apart who is made up a second time. */
  readonly suffix: string
  /** Whose name stands beside what operators did. */
  readonly operator: Command['actor']
  readonly accounts: Map<string, string>
  readonly batches: Map<string, { readonly id: string; readonly texts: string[] }>
  readonly links: Link[]
}

export const emptyStage = (given: Pick<Stage, 'password' | 'suffix' | 'operator'>): Stage => ({
  ...given,
  accounts: new Map(),
  batches: new Map(),
  links: [],
})

/** What somebody does; the command says when. */
export type Deed = (cmd: Command) => Promise<unknown>

/** What the story has told of under a name. */
export function told<T>(of: ReadonlyMap<string, T>, name: string): T {
  const value = of.get(name)
  if (value === undefined) throw new Error(`The story has not told of ${name} yet`)
  return value
}

/** For what may be refused in the story too. */
export function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}
