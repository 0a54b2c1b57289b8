import { useSyncExternalStore } from 'react'
import { ApiFailure } from './api.ts'

let ended = false
const listeners = new Set<() => void>()

/** Codes that mean the session is over; a wrong password has the same status. */
const endings = new Set(['unauthenticated', 'session_ended', 'session_expired', 'session_replaced'])

export const isSessionEnd = (error: unknown): boolean =>
  error instanceof ApiFailure && error.status === 401 && endings.has(error.code)

/** Shows, or takes away, what asks to sign in again. */
export function setSessionEnded(now: boolean): void {
  if (ended === now) return
  ended = now
  for (const listener of listeners) listener()
}

/** Notes a failure of any request: after the end of a session the page stays, and asks to sign in on top. */
export function noteFailure(error: unknown): void {
  if (isSessionEnd(error)) setSessionEnded(true)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether a request has found that the session is over. */
export const useSessionEnded = (): boolean => useSyncExternalStore(subscribe, () => ended)
