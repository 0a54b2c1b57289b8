import type { Command } from '../../../platform/command.ts'

export interface Progress {
  readonly made: number
  readonly count: number
}

// In memory, because the batch is one transaction: its rows are invisible before it commits. Another process doesn't know
// of it and says so, which costs the waiting client nothing but the number.
const underWay = new Map<string, Progress>()

const nameOf = ({ actor }: Command, key: string) => `${actor.kind === 'staff' ? actor.id : ''} ${key}`

/** Runs a batch's issuing, and meanwhile knows how far it is, under the caller's idempotency key. */
export async function withProgress<T>(
  cmd: Command,
  count: number,
  issue: (onProgress: (made: number) => void) => Promise<T>,
): Promise<T> {
  const key = cmd.idempotency?.key
  const name = key && nameOf(cmd, key)
  // A repeat waits for the first one's end, and is that far.
  if (!name || underWay.has(name)) return issue(() => undefined)
  underWay.set(name, { made: 0, count })
  try {
    return await issue((made) => underWay.set(name, { made, count }))
  } finally {
    underWay.delete(name)
  }
}

/** How far the caller's batch under this key is; undefined when this process issues none. */
export const progressOf = (cmd: Command, key: string): Progress | undefined => underWay.get(nameOf(cmd, key))
