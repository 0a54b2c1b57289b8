import { isSameSite, Refusal, refusal, type RefusalKind } from '@lessor/kit'
import { notAllowed, type Actor, type Command, type Services } from '../command.ts'
import type { Limits } from '../limits.ts'
import type { Logger } from '../log.ts'
import { crossSite, unauthenticated } from '../refusals.ts'
import type { Caller } from './caller.ts'
import { isPermission, type Rule, type Who } from './who.ts'

type Cookies = Readonly<Record<string, string>>

/** How the two realms identify a caller. Each throws a refusal without a valid session. */
export interface Realms {
  /** By the token of an Authorization header; without one, by cookie. */
  customer(
    shown: { readonly bearer: string | undefined; readonly cookies: Cookies },
    now: Date,
  ): Promise<Extract<Actor, { kind: 'account' }>>
  staff(cookies: Cookies, now: Date): Promise<Extract<Actor, { kind: 'staff' }>>
}

/** What every call passes, whichever transport brings it. */
export interface Entry {
  readonly services: Services
  readonly realms: Realms
  readonly limits: Limits
  readonly log: Logger
  /** Keeps what staff tried that their role doesn't allow, `PATCH /api/admin/settings`. */
  readonly noteForbidden: (cmd: Command, what: string) => Promise<void>
  /** How the world calls this server, where a proxy passes on another Host. */
  readonly origin: string | undefined
}

/** What a request shows of itself. */
export interface Shown {
  readonly caller: Caller
  /** The Authorization header. */
  readonly authorization: string | undefined
  readonly cookies: Cookies
  /** Whether it asks for a change. */
  readonly writes: boolean
  /** What a browser says of the page that sends it. */
  readonly arrival: Omit<Parameters<typeof isSameSite>[0], 'publicOrigin'>
  /** Works without a place at the gate. */
  readonly outside: <T>(work: () => Promise<T>) => Promise<T>
}

const visitor = { kind: 'visitor' } as const

/** Says who makes a call, or refuses it: who is there, the same site where a cookie says so, and the limit; in this order. */
export async function admit(entry: Entry, rule: Rule, shown: Shown): Promise<Command> {
  const { caller, authorization, cookies, writes, outside } = shown
  const { who } = rule
  const now = entry.services.clock.now()
  if (isOpen(rule)) await entry.limits.count('open', caller.ip)
  const actor =
    who === 'anyone'
      ? visitor
      : await countingRefusals(entry, caller, () => actorOf(entry, who, authorization, cookies, now))
  const isByCookie = actor.kind === 'staff' || (actor.kind === 'account' && authorization === undefined)
  if ((isByCookie || rule.setsCookie) && writes) await demandSameSite(entry, shown)
  if (actor.kind !== 'visitor') await entry.limits.count(rule.limit ?? (writes ? 'write' : 'read'), actor.id)
  const { requestId, ip, userAgent, language } = caller
  const { log, services } = entry
  return { actor, now, requestId, ip, userAgent, language, log, services, outside }
}

const isOpen = ({ who, proves }: Rule) => who === 'anyone' && !proves

/** Counts a visitor's attempt against the limit of its own that a call has; for what was mistyped, not called. */
export async function countAttempt(entry: Entry, rule: Rule, { ip }: Command): Promise<void> {
  if (isOpen(rule) && rule.limit) await entry.limits.count(rule.limit, ip)
}

/** Does what was called if the actor's right allows it. What the role of staff doesn't allow is refused, and noted as `what`. */
export async function permitted<T>(
  entry: Entry,
  { who }: Rule,
  cmd: Command,
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  const { actor } = cmd
  try {
    if (actor.kind === 'staff' && isPermission(who) && !actor.permissions.has(who)) throw notAllowed()
    return await work()
  } catch (error) {
    if (actor.kind === 'staff' && error instanceof Refusal && error.kind === 'forbidden')
      await entry.noteForbidden(cmd, what)
    throw error
  }
}

async function actorOf(
  { realms }: Entry,
  who: Exclude<Who, 'anyone'>,
  authorization: string | undefined,
  cookies: Cookies,
  now: Date,
): Promise<Extract<Actor, { kind: 'account' | 'staff' }>> {
  if (who !== 'customer') return realms.staff(cookies, now)
  const bearer = authorization === undefined ? undefined : bearerOf(authorization)
  return realms.customer({ bearer, cookies }, now)
}

const notProven: ReadonlySet<string> = new Set<RefusalKind>(['invalid', 'unauthenticated'])

/** Counts refused proofs by address; a right one passes, however many were wrong. */
export async function countingRefusals<T>(
  { limits }: Entry,
  { ip }: Caller,
  prove: () => Promise<T>,
): Promise<T> {
  try {
    return await prove()
  } catch (error) {
    if (error instanceof Refusal && notProven.has(error.kind)) await limits.count('refused', ip)
    throw error
  }
}

/** The token of an `Authorization: Bearer` header (RFC 6750). */
export function bearerOf(header: string | undefined): string {
  const match = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(header ?? '')
  if (!match?.[1]) throw unauthenticated()
  return match[1]
}

/** A write that a cookie authenticates, or that sets one, must come from our own pages. */
async function demandSameSite({ limits, origin }: Entry, { arrival, caller }: Shown): Promise<void> {
  if (isSameSite({ ...arrival, publicOrigin: origin })) return
  // Not among the actor's own: another site could use those up.
  await limits.count('refused', caller.ip)
  throw crossSite()
}

const wrongKey = refusal('idempotency_key_invalid', 'invalid', {
  en: 'An Idempotency-Key is 8 to 200 visible ASCII characters.',
  zh: 'Idempotency-Key 须为 8 到 200 个可见 ASCII 字符。',
})

/** The command under its idempotency key, where it has one. `request`: SHA-256 over what is asked. */
export function underKey(cmd: Command, key: unknown, request: () => Buffer): Command {
  if (key === undefined) return cmd
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) throw wrongKey()
  return { ...cmd, idempotency: { key, request: request() } }
}
