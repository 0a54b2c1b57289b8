import { useSyncExternalStore } from 'react'

// Whether the server answers: what is on the screen is old as soon as it doesn't.
let lostAt: Date | undefined
const listeners = new Set<() => void>()
const pingMs = 15_000
const pingLostMs = 3_000
/** What a proxy says for a server that is gone, and a server for its database. */
const away = new Set([502, 503, 504])

/** Notes how a request ended: the status of its answer, 0 when none came. */
export function noteReach(status: number): void {
  const lost = status === 0 || away.has(status)
  if (lost === (lostAt !== undefined)) return
  lostAt = lost ? new Date() : undefined
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Since when the server hasn't answered; undefined while it does. */
export const useLostSince = (): Date | undefined => useSyncExternalStore(subscribe, () => lostAt)

/** Asks from time to time whether the server is there, without a session: that would keep it from growing idle. */
export function watchReach(onBack: () => void): () => void {
  let timer = 0
  const ping = async () => {
    const wasLost = lostAt !== undefined
    if (document.visibilityState === 'visible') {
      const answered = await fetch('/health', { cache: 'no-store' }).catch(() => undefined)
      // Any other answer says that somebody is there; an edition may have no such path.
      noteReach(answered?.status ?? 0)
    }
    if (wasLost && lostAt === undefined) onBack()
    timer = window.setTimeout(() => void ping(), lostAt ? pingLostMs : pingMs)
  }
  const ask = () => {
    clearTimeout(timer)
    void ping()
  }
  const gone = () => noteReach(0)
  timer = window.setTimeout(() => void ping(), pingMs)
  addEventListener('online', ask)
  addEventListener('offline', gone)
  return () => {
    clearTimeout(timer)
    removeEventListener('online', ask)
    removeEventListener('offline', gone)
  }
}
