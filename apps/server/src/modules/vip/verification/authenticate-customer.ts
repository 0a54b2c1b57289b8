import type { Actor, Services } from '../../../platform/command.ts'
import { unauthenticated } from '../../../platform/refusals.ts'
import { tokenKey } from '../../../platform/secrets.ts'
import { browserIdleMs, sessionExpired } from '../../people/sessions/index.ts'
import { demandAlive, type Memory } from './heartbeat.ts'
import { browserStayMs } from './model.ts'
import { sessionOfToken } from './tokens.ts'

export const customerCookie = 'lessor_customer'

/** What a customer's request shows: the access token of a device, or the cookie of a browser at the portal. */
export interface Shown {
  readonly bearer: string | undefined
  readonly cookies: Readonly<Record<string, string>>
}

/** Knows a customer by either, refuses who has no living session; a browser that is used stays signed in. */
export async function authenticateCustomer(
  services: Pick<Services, 'secrets' | 'settings'>,
  { registry, activity }: Omit<Memory, 'pressure'>,
  { bearer, cookies }: Shown,
  now: Date,
): Promise<Extract<Actor, { kind: 'account' }>> {
  const { session, username } = demandAlive(
    bearer === undefined
      ? await registry.byToken(tokenKey(cookies[customerCookie] ?? ''))
      : await registry.byId(sessionOfToken(services, bearer, now)),
  )
  if (bearer === undefined) {
    if (session.kind !== 'browser') throw unauthenticated()
    if (now.getTime() - session.createdAt.getTime() > browserStayMs) throw sessionExpired()
    const due = new Date(now.getTime() + browserIdleMs)
    activity.note(session.id, { at: now, due, status: null })
  }
  return { kind: 'account', id: session.accountId, name: username, sessionId: session.id }
}
