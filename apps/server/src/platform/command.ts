import { refusal, type Language } from '@lessor/kit'
import type { Logger } from 'pino'
import type { SecretKey, Settings } from '../config.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db.ts'
import type { Guesses } from './guesses/index.ts'
import type { Limits } from './limits.ts'
import type { Events } from './events.ts'
import type { Passwords } from './passwords.ts'
import type { Permission } from './permission.ts'
import type { Breakers } from './plugin-host/functions/index.ts'
import type { PluginHost } from './plugin-host/host.ts'
import type { Secrets } from './secrets.ts'
import type { Signals } from './signals/index.ts'
import type { Steadiness } from './steadiness.ts'

/** Who acts. Staff carry what their role may do, so that a use case can ask without knowing the roles. */
export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'account'; readonly id: string; readonly name: string; readonly sessionId: string }
  | {
      readonly kind: 'staff'
      readonly id: string
      readonly name: string
      readonly permissions: ReadonlySet<Permission>
    }
  | { readonly kind: 'system'; readonly name: string }

/** What every use case stands on: made once in app.ts. */
export interface Services {
  readonly db: Database
  readonly clock: Clock
  readonly secrets: Secrets
  readonly passwords: Passwords
  /** As they are now: staff change some while the server runs. Read them where they are used, and keep no copy. */
  readonly settings: Settings
  /** A password or key of the configuration, for the one that needs it; '' where there is none. */
  readonly secretSetting: (key: SecretKey) => string
  /** The keys, as `mail.from`, that the configuration fixes. */
  readonly pinned: ReadonlySet<string>
  /** For what is counted by more than the caller. */
  readonly limits: Limits
  /** For every try of a secret. */
  readonly guesses: Guesses
  readonly signals: Signals
  /** Whether the clock can be believed, and this process was there all the time. */
  readonly steadiness: Steadiness
  readonly events: Events
  /** Runs plugins' scripts; its process starts at the first one. */
  readonly pluginHost: PluginHost
  /** Of the hosts that plugins call. */
  readonly breakers: Breakers
  /** Where plugins are looked for: those of this version of Lessor, and the operator's. */
  readonly pluginFolders: { readonly shipped: string; readonly folder: string }
}

/** Who asks, when, from where, under which idempotency key; the first argument of every use case. */
export interface Command<A extends Actor = Actor> {
  readonly actor: A
  readonly now: Date
  readonly requestId: string
  readonly ip: string
  readonly userAgent: string
  readonly language: Language
  readonly log: Logger
  readonly services: Services
  /** Works without a place at the gate, where the request has one: for what waits long, as another server's answer. */
  readonly outside?: <T>(work: () => Promise<T>) => Promise<T>
  /** Set when the caller sent an Idempotency-Key; `request` is a SHA-256 over route and body. */
  readonly idempotency?: { readonly key: string; readonly request: Buffer }
}

/** The same command for a transaction that may run again: what a repeat of the request does is decided before it. */
export function withoutKey({ idempotency: _key, ...cmd }: Command): Command {
  return cmd
}

export type CustomerCommand = Command<Extract<Actor, { kind: 'account' }>>

export const notAllowed = refusal('forbidden', 'forbidden', {
  en: 'Your role does not allow this.',
  zh: '您的角色没有此权限。',
})

/** Refuses staff whose role lacks the permission, and everybody who isn't staff or the system itself. */
export function demand(cmd: Command, permission: Permission): void {
  if (cmd.actor.kind === 'system') return
  if (cmd.actor.kind === 'staff' && cmd.actor.permissions.has(permission)) return
  throw notAllowed()
}

/** A command of the system's own: a job, a listener, the CLI. */
export function systemCommand(services: Services, log: Logger, name: string, requestId: string): Command {
  return {
    actor: { kind: 'system', name },
    now: services.clock.now(),
    requestId,
    ip: '',
    userAgent: '',
    language: 'zh',
    log,
    services,
  }
}
