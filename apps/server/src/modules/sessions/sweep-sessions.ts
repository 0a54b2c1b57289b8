import { record } from '../audit/index.ts'
import type { Command } from '../../platform/command.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { endThese } from './end-sessions.ts'
import { lockSilent } from './queries.ts'

const batch = 500
const startedAt = performance.now()

/**
 * Ends sessions that were silent for longer than their interval and the tolerance; answers how many.
 * A server that was away itself first gives its clients the time to come back.
 */
export async function sweepSessions(cmd: Command): Promise<number> {
  const { heartbeat_interval_secs: intervalS, tolerance_secs: toleranceS } = cmd.ground.settings.verification
  if (performance.now() - startedAt < (intervalS + toleranceS) * 1000) return 0
  return endSilent(cmd, new Date(cmd.now.getTime() - toleranceS * 1000))
}

/** Ends every session whose next heartbeat was due before a moment. */
export async function endSilent(cmd: Command, before: Date): Promise<number> {
  let ended = 0
  for (;;) {
    const found = await inTransaction(cmd, async (tx) => {
      const silent = (await lockSilent.all(tx, { before, limit: batch })).map(({ id }) => id)
      await endThese(tx, cmd, silent, 'timeout')
      if (silent.length > 0) {
        const subject = { kind: 'sessions', id: cmd.requestId }
        await record(tx, cmd, { action: 'sessions.timed_out', subject, after: { count: silent.length } })
      }
      return silent.length
    })
    ended += found
    if (found < batch) break
  }
  if (ended > 0) cmd.log.info({ ended }, 'silent sessions were ended')
  return ended
}
