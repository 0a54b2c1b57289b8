import { MINUTE_MS } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from './record.ts'

const quietMs = 10 * MINUTE_MS
const most = 10_000

/** Notes what staff tried without having the right; the same try again within ten minutes is not worth another entry. */
export function notingForbidden(): (cmd: Command, what: string) => Promise<void> {
  const notedAt = new Map<string, number>()
  return async (cmd, what) => {
    const key = cmd.actor.kind === 'staff' ? `${cmd.actor.id} ${what}` : what
    const now = cmd.now.getTime()
    if (now - (notedAt.get(key) ?? -Infinity) < quietMs) return
    if (notedAt.size >= most) notedAt.clear()
    notedAt.set(key, now)
    const subject = { kind: 'route', id: what }
    const { idempotency: _, ...once } = cmd
    await inTransaction(once, 'audit.note_forbidden', (tx) =>
      record(tx, once, { action: 'staff.access_refused', subject }),
    )
  }
}
