import { leaseTopic } from '../../leasing/leases/index.ts'
import { endedTopic, type Ended, type EndReason } from '../../people/sessions/index.ts'
import type { Services } from '../../../platform/command.ts'
import type { CallerOf } from '../../../platform/http/caller.ts'
import type { Realms } from '../../../platform/entry/admit.ts'
import type { Logger } from '../../../platform/log.ts'
import { missedTopic } from '../../../platform/signals/index.ts'
import { openActivity } from './activity.ts'
import { authenticateCustomer } from './authenticate-customer.ts'
import type { Memory } from './heartbeat.ts'
import { openRegistry, type Registry } from './registry.ts'
import { openSockets, type Sockets } from './sockets.ts'

export interface Verification {
  /** What the routes of this module read. */
  readonly memory: Memory
  readonly authenticate: Realms['customer']
  readonly upgrade: Sockets['upgrade']
  /** How many sessions this process remembers, and how many sockets are open. */
  readonly figures: { readonly known: () => number; readonly sockets: () => number }
  start(): void
  /** Closes the sockets: their clients come back to another process. */
  hangUp(): void
  /** Writes the heartbeats that are left. */
  stop(): Promise<void>
}

/** What this process remembers of sessions, and its open sockets. */
export function openVerification(
  services: Services,
  callerOf: CallerOf,
  log: Logger,
  pressure: () => number,
): Verification {
  const registry = openRegistry(services.db, services.signals, services.clock)
  const activity = openActivity(services, log)
  const sockets = openSockets(services, registry, callerOf, log)

  services.signals.on(endedTopic, (body) => {
    const ended = JSON.parse(body) as Ended
    registry.forget(ended.ids)
    sockets.end(ended)
  })
  services.signals.on(leaseTopic, (accountId) => {
    registry.forgetAccount(accountId)
    sockets
      .leaseChanged(accountId)
      .catch((err: Error) => log.warn({ err }, 'a lease change did not reach a socket'))
  })

  services.signals.on(missedTopic, () => {
    registry.forgetAll()
    endMissed(registry, sockets).catch((err: Error) =>
      log.warn({ err }, 'missed changes did not reach the sockets'),
    )
  })

  return {
    memory: { registry, activity, pressure },
    authenticate: (shown, now) => authenticateCustomer(services, { registry, activity }, shown, now),
    upgrade: sockets.upgrade,
    figures: { known: () => registry.size, sockets: () => sockets.size },
    start: () => activity.start(),
    hangUp: () => sockets.stop(),
    stop: () => activity.stop(),
  }
}

/** Ends the sockets of sessions whose end was not heard. */
async function endMissed(registry: Registry, sockets: Sockets): Promise<void> {
  for (const id of sockets.sessions()) {
    const session = (await registry.byId(id))?.session
    if (session?.endedAt) sockets.end({ ids: [id], reason: session.endReason as EndReason })
  }
}
