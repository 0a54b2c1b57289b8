import { record } from '../../core/audit/index.ts'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { endThese } from './end-sessions.ts'
import { allTaking, lockSilent } from './queries.ts'

const batch = 500

/**
 * Ends sessions that were silent for longer than their interval and the tolerance; answers how many. Clients get that
 * time to come back after heartbeats could not be taken: a start, a frozen process, a database that was away, a clock
 * that was set.
 */
export async function sweepSessions(cmd: Command): Promise<number> {
  const { db, steadiness, settings } = cmd.services
  const { heartbeat_interval_secs: intervalS, tolerance_secs: toleranceS } = settings.verification
  const graceS = intervalS + toleranceS
  if (steadiness.uninterruptedMs() < graceS * 1000) return 0
  if (!(await allTaking.one(db, { graceS })).allTaking) return 0
  return endSilent(cmd, new Date(cmd.now.getTime() - toleranceS * 1000))
}

/** Ends every session whose next heartbeat was due before a moment. */
export async function endSilent(cmd: Command, before: Date): Promise<number> {
  let ended = 0
  for (;;) {
    const found = await inTransaction(cmd, 'sessions.sweep_sessions', async (tx) => {
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
