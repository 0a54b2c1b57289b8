import { newId } from '@lessor/kit'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../db.ts'
import { query } from '../statement.ts'

interface Peer {
  readonly id: string
  /** For how long it may still trust its memory, if it hears nothing more. */
  readonly leftMs: number
}

// At most what it trusts for, whatever the database's clock did since.
const peers = query<{ self: string }, Peer>(
  'platform.peers',
  `select id, least(trust_ms, left_ms) as left_ms
   from platform_instance,
     lateral (select trust_ms - extract(epoch from clock_timestamp() - last_seen_at)::float8 * 1000 as left_ms) as trust
   where id <> $self and left_ms > 0`,
)

const askEveryMs = 100
const lookEveryMs = 2
// As long as any version of this program trusts its memory.
const longestTrustMs = 3_000

/**
 * Asks the others whether they have heard what was just committed, and waits for each until it confirms, at most as long
 * as it still trusts its memory. A process that renews that trust after the commit has heard of it, and one that doesn't
 * stops trusting by then: none is waited for longer, be it frozen, dead or out of reach.
 */
export function openConfirmations(
  control: () => Db,
  self: string,
  send: (question: string) => Promise<unknown>,
) {
  const asked = new Map<string, Set<string>>()
  return {
    note: (question: string, from: string) => void asked.get(question)?.add(from),

    /** To be called after the commit. Notifications come in the order of commits: who answers has heard all before. */
    all: async () => {
      const question = newId()
      const heardBy = new Set<string>()
      asked.set(question, heardBy)
      try {
        const others = await livingPeers(control, self)
        const began = performance.now()
        const isAwaited = ({ id, leftMs }: Peer) => !heardBy.has(id) && performance.now() - began < leftMs
        // Again and again: one may just be coming back. What can't be sent is sent by the next round.
        for (let askAt = began; others.some(isAwaited); await sleep(lookEveryMs)) {
          if (performance.now() < askAt) continue
          askAt += askEveryMs
          send(question).catch(() => undefined)
        }
      } finally {
        asked.delete(question)
      }
    },
  }
}

/** Without a database to say who lives, there may be anybody: who is out of its reach stops trusting in time, too. */
const livingPeers = (control: () => Db, self: string) =>
  peers.all(control(), { self }).catch(() => [{ id: '', leftMs: longestTrustMs }])
