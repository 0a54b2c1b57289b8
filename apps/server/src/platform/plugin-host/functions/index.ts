import { z } from 'zod'
import { HostRefusal, type Functions, type PluginCall, type PluginHost } from '../host.ts'
import type { HostFunction, Outcome } from '../wire.ts'
import type { Breakers } from './breakers.ts'
import * as crypto from './crypto.ts'
import { fetchArgs, fetchFor, type Fetched, type Options as FetchOptions } from './fetch.ts'
import { grantedBy, type Granted } from './grants.ts'
import { handlesFor, type Handles } from './handles.ts'
import { sendBy, smtpArgs, type Mail } from './smtp.ts'

export { openBreakers, type Breakers } from './breakers.ts'
export { entryIn } from './grants.ts'
export type { Mail } from './smtp.ts'

/** What an interface may do. */
export interface Grants {
  /** Its values that are no secrets. */
  readonly config: Readonly<Record<string, unknown>>
  /** The script gets a handle for each, under the same name. */
  readonly secrets: Readonly<Record<string, string>>
  /** Where it may connect; `entryIn` says what an entry may be. */
  readonly hosts: readonly string[]
  readonly kv: {
    get(key: string): Promise<unknown>
    /** Throws a `HostRefusal` when there is no room. */
    set(key: string, value: unknown): Promise<void>
    delete(key: string): Promise<void>
  }
  /** Hands a mail to the mail server of the settings; absent where there is none. */
  readonly sendMail?: ((mail: Mail) => Promise<void>) | undefined
  readonly log: (text: string) => void
  readonly now: () => Date
  readonly breakers: Breakers
  /** Stands for the world while a plugin is tried. */
  readonly outside?: {
    fetch(url: URL, options: FetchOptions): Promise<Fetched>
    smtp(mail: Mail): Promise<void>
  }
}

/** Runs one call of an interface: handles instead of secrets go in, and no secret comes back. */
export async function callWith(
  host: PluginHost,
  call: Omit<PluginCall, 'config' | 'functions'>,
  grants: Grants,
): Promise<Outcome> {
  const handles = handlesFor(grants.secrets)
  let isOver = false
  const outcome = await host.call({
    ...call,
    config: { ...grants.config, ...handles.byName },
    functions: functionsFor(
      grants,
      handles,
      inTurns(() => isOver),
    ),
  })
  isOver = true
  // Text by text: a secret may look like a part of the JSON around it.
  if (outcome.kind !== 'answer')
    return 'reason' in outcome ? { ...outcome, reason: handles.hide(outcome.reason) } : outcome
  try {
    return { kind: 'answer', value: deeply(outcome.value, handles.hide) }
  } catch (error) {
    if (!(error instanceof HostRefusal)) throw error
    return { kind: 'failed', reason: `Its answer: ${error.message}` }
  }
}

function functionsFor(grants: Grants, handles: Handles, inTurn: ReturnType<typeof inTurns>): Functions {
  const { kv, log, now, breakers, outside } = grants
  const granted = grantedBy(grants.hosts)
  const filled = (value: unknown) => deeply(value, (text) => handles.fill(text))
  /** What is encrypted can be decrypted with a key that the script made up. */
  const withoutHandles = (value: unknown) =>
    demandNone(handles, value, 'A secret is not encrypted or decrypted; it may be the key.')
  const mail = mailFor(grants, granted, handles)
  const coded = ([algorithm, key, ...rest]: unknown[]) => [
    algorithm,
    filled(key),
    ...rest.map(withoutHandles),
  ]
  const every = (args: unknown[]) => args.map(filled)
  const table: Record<HostFunction, (...args: unknown[]) => unknown> = {
    fetch: takes(fetchArgs, (args) =>
      inTurn(() => fetchFor(args, { granted, handles, breakers, stand: outside?.fetch })),
    ),
    smtp: takes(smtpArgs, (args) => inTurn(() => mail(args))),
    hash: (...args) => takes(crypto.cryptoArgs.hash, crypto.hash)(...every(args)),
    hmac: (...args) => takes(crypto.cryptoArgs.hmac, crypto.hmac)(...every(args)),
    sign: (...args) => takes(crypto.cryptoArgs.sign, crypto.sign)(...every(args)),
    verify: (...args) => takes(crypto.cryptoArgs.verify, crypto.verify)(...every(args)),
    encrypt: (...args) => takes(crypto.cryptoArgs.encrypt, crypto.encrypt)(...coded(args)),
    decrypt: (...args) => takes(crypto.cryptoArgs.decrypt, crypto.decrypt)(...coded(args)),
    random: takes(crypto.cryptoArgs.random, crypto.random),
    now: () => now().getTime(),
    'kv.get': takes(z.tuple([kvKey]), ([key]) => kv.get(key)),
    'kv.set': takes(z.tuple([kvKey, json]), ([key, value]) => kv.set(key, value)),
    'kv.delete': takes(z.tuple([kvKey]), ([key]) => kv.delete(key)),
    log: takes(z.tuple([z.string()]), ([text]) => log(handles.hide(text.slice(0, 2_000)))),
  }
  return table
}

function demandNone(handles: Handles, value: unknown, reason: string): unknown {
  return deeply(value, (text) => {
    if (handles.has(text)) throw new HostRefusal(reason)
    return text
  })
}

const mailFor =
  ({ outside, breakers, sendMail }: Grants, granted: Granted, handles: Handles) =>
  async ([letter, server]: z.output<typeof smtpArgs>): Promise<void> => {
    // A mail goes to anybody, and a refusal names the host.
    const open = [letter, { ...server, username: '', password: '' }]
    demandNone(handles, open, 'Of a mail only user and password may be secrets.')
    if (outside) return outside.smtp(letter)
    if (server) {
      const { username, password } = server
      const login = {
        username: username && handles.fill(username),
        password: password && handles.fill(password),
      }
      return sendBy({ ...server, ...login }, letter, { granted, breakers })
    }
    if (!sendMail) throw new HostRefusal('No mail server is set.')
    return sendMail(letter)
  }

/** What comes from a script was JSON. */
const json = z.unknown()
const kvKey = z.string().min(1).max(200)

/** Checks the arguments; what is wrong is said with its place. */
const takes =
  <Args extends z.ZodType>(schema: Args, fn: (args: z.output<Args>) => unknown) =>
  (...args: unknown[]): unknown => {
    const parsed = schema.safeParse(args)
    if (parsed.success) return fn(parsed.data)
    const [issue] = parsed.error.issues
    const [at = 0, ...path] = issue?.path ?? []
    const where = [`argument ${Number(at) + 1}`, ...path.map(String)].join('.')
    throw new HostRefusal(`${where}: ${issue?.message}`)
  }

const outwardAtOnce = 4

/** A call reaches out a few times at once, as each answer may be large; what waits when it ends is not begun. */
function inTurns(isOver: () => boolean) {
  const waiting: (() => void)[] = []
  let busy = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy < outwardAtOnce) busy += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      if (isOver()) throw new HostRefusal('The call is over.')
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
}

const deepest = 100

function deeply(value: unknown, change: (text: string) => string, depth = 0): unknown {
  if (depth > deepest) throw new HostRefusal(`nested more than ${deepest} deep.`)
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => deeply(one, change, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [change(key), deeply(one, change, depth + 1)]),
  )
}
