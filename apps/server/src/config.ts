import { existsSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { ConfigError, noSuchKey, problem, problemsIn, type ConfigProblem } from './config-problems.ts'
import { problemsOf } from './config-rules.ts'
import { guessLimits, limits, type LimitOverrides } from './platform/limits.ts'

const port = z.coerce.number().int().min(0).max(65_535)
const count = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
/** How long something is kept; 0 keeps it for ever. */
const days = count(0, 36_500)
const flag = z.union([z.boolean(), z.stringbool()])
const list = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(',').map((part) => part.trim())),
])
const secret = z.string().default('')

/** What staff may set while the server runs is bounded as the same key of config.toml is. */
export const secondsAllowed = {
  heartbeat_interval_secs: [1, 86_400],
  tolerance_secs: [0, 86_400],
  cleanup_interval_secs: [1, 86_400],
} as const
export const maxBrandLength = 50
export const maxContactLength = 200

/** Accepted, because files of RustBill have it; nothing reads it yet. */
export const unread = ['server.notify_email']

const section = <T extends z.core.$ZodLooseShape>(keys: T) => z.strictObject(keys).prefault({} as never)

/** Every key of config.toml, as `section.key`. */
export const configKeys = (): string[] =>
  Object.entries(shape).flatMap(([name, { def }]) =>
    Object.keys(def.innerType.shape).map((key) => `${name}.${key}`),
  )

/** Every key of config.toml, with its default. Each is also an environment variable, LESSOR_<SECTION>_<KEY>. */
const shape = {
  server: section({
    host: z.string().default('0.0.0.0'),
    http_port: port.default(28_001),
    public_url: z.url().or(z.literal('')).default(''),
    max_concurrency: count(1, 10_000).default(30),
    max_waiting: count(0, 100_000).default(1_000),
    max_connections: count(10, 1_000_000).default(10_000),
    trusted_proxies: list.default([]),
    cors_origins: list.default([]),
    notify_email: z.email().or(z.literal('')).default(''),
    time_zone: z.string().refine(isZone, 'not a time zone of the IANA list').default('Asia/Shanghai'),
  }),
  db: section({
    url: z.string().default(''),
    max_connections: count(2, 1_000).default(16),
    min_connections: count(0, 1_000).default(2),
    idle_timeout_secs: count(1, 86_400).default(60),
    max_lifetime_secs: count(0, 604_800).default(3_600),
    acquire_timeout_secs: count(1, 600).default(5),
  }),
  jwt: section({ secret, previous_secret: secret, expiry_hours: count(1, 8_760).default(24) }),
  secrets: section({ keys: secret, signing_key: count(0, 255).default(0) }),
  session: section({
    cookie_name: z
      .string()
      .regex(/^[\w-]+$/)
      .default('lessor_staff'),
    idle_timeout_minutes: count(1, 525_600).default(1_440),
    absolute_timeout_hours: count(1, 8_760).default(168),
    cookie_secure: flag.default(false),
    cookie_same_site: z.enum(['Lax', 'Strict']).default('Lax'),
  }),
  bootstrap: section({ admin_username: z.string().default('owner'), admin_password: secret }),
  rate_limit: section({
    enabled: flag.default(true),
    login_per_sec: z.coerce.number().positive().optional(),
    register_per_sec: z.coerce.number().positive().optional(),
    heartbeat_per_sec: z.coerce.number().positive().optional(),
    write_per_sec: z.coerce.number().positive().optional(),
    code_per_sec: z.coerce.number().positive().optional(),
    status_per_sec: z.coerce.number().positive().optional(),
  }),
  verification: section({
    heartbeat_interval_secs: count(...secondsAllowed.heartbeat_interval_secs).default(600),
    tolerance_secs: count(...secondsAllowed.tolerance_secs).default(120),
    cleanup_interval_secs: count(...secondsAllowed.cleanup_interval_secs).default(300),
    email_required: flag.default(false),
    audience: z.string().min(1).max(200).default('lessor'),
    bcrypt_cost: count(4, 15).default(10),
  }),
  retention: section({
    logins_days: days.default(180),
    registrations_days: days.default(365),
    mails_days: days.default(180),
    sessions_days: days.default(180),
  }),
  brand: section({
    name_zh: z.string().min(1).max(maxBrandLength).default('Lessor'),
    name_en: z.string().min(1).max(maxBrandLength).default('Lessor'),
    contact: z.string().max(maxContactLength).default(''),
  }),
  mail: section({ smtp_url: secret, from: z.string().default('Lessor <lessor@localhost>') }),
  metrics: section({ token: secret }),
  log: section({
    level: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    format: z.enum(['json', 'pretty', 'auto']).default('auto'),
  }),
}

const schema = z.strictObject(shape)

export type Settings = z.output<typeof schema>

export { ConfigError } from './config-problems.ts'

export interface Config extends Settings {
  /** The keys that the operator wrote, in a file or the environment, as `mail.from`: nobody else changes them. */
  readonly given: ReadonlySet<string>
  /** Where the embedded PostgreSQL and the generated secrets live. */
  readonly dataDir: string
  /** No `db.url`: this process runs its own PostgreSQL, and makes the secrets that are missing. */
  readonly embedded: boolean
  readonly logFormat: 'json' | 'pretty'
  readonly hashingThreads: number
}

// Names that an older server of this kind took, and names without a section.
const aliases: Record<string, readonly [section: keyof typeof shape, key: string]> = {
  DATABASE_URL: ['db', 'url'],
  JWT_SECRET: ['jwt', 'secret'],
  SERVER_PORT: ['server', 'http_port'],
  HEARTBEAT_INTERVAL: ['verification', 'heartbeat_interval_secs'],
  CLEANUP_INTERVAL: ['verification', 'cleanup_interval_secs'],
  LOG_LEVEL: ['log', 'level'],
  LOG_FORMAT: ['log', 'format'],
}

type Env = Readonly<Record<string, string | undefined>>
type Tree = Record<string, Record<string, unknown>>

/** Reads config.toml, then config.local.toml over it, then the environment over both; refuses with every problem at once. */
export function readConfig(env: Env, isTerminal = process.stdout.isTTY): Config {
  const problems: ConfigProblem[] = []
  const tree: Tree = {}
  readFile(tree, env.CONFIG_FILE ?? 'config.toml', env.CONFIG_FILE !== undefined, problems)
  readFile(tree, env.LOCAL_CONFIG_FILE ?? 'config.local.toml', env.LOCAL_CONFIG_FILE !== undefined, problems)
  readEnv(tree, env, problems)
  const parsed = schema.safeParse(tree)
  if (!parsed.success) problems.push(...problemsIn(schema, parsed.error.issues))
  // The other rules are checked on what is well-formed, so that every problem is known at once.
  const checked = parsed.success ? parsed : schema.safeParse(wellFormed(tree, parsed.error.issues))
  if (checked.success) problems.push(...problemsOf(checked.data))
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  const settings = parsed.data
  const { format } = settings.log
  return {
    ...settings,
    given: new Set(
      Object.entries(tree).flatMap(([name, keys]) => Object.keys(keys).map((key) => `${name}.${key}`)),
    ),
    dataDir: env.LESSOR_DATA_DIR ?? './data',
    embedded: settings.db.url === '',
    logFormat: format === 'auto' ? (isTerminal ? 'pretty' : 'json') : format,
    hashingThreads: cpus().length,
  }
}

/** The configuration without the keys that have problems. */
function wellFormed(tree: Tree, issues: readonly z.core.$ZodIssue[]): Tree {
  const kept = structuredClone(tree)
  for (const issue of issues) {
    const [section = '', key] = issue.path.map(String)
    const names = issue.code === 'unrecognized_keys' ? issue.keys : key === undefined ? [] : [key]
    if (section === '') for (const name of names) delete kept[name]
    else if (names.length === 0) delete kept[section]
    else for (const name of names) delete kept[section]?.[name]
  }
  return kept
}

function readFile(tree: Tree, path: string, mustExist: boolean, problems: ConfigProblem[]): void {
  if (!mustExist && !existsSync(path)) return
  try {
    const file = parse(readFileSync(path, 'utf8')) as Tree
    // Arrays and values are replaced, sections are merged.
    for (const [name, section] of Object.entries(file))
      tree[name] = isSection(section) ? { ...tree[name], ...section } : section
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    problems.push(problem(path, `无法读取（${reason}）`, `can't be read (${reason})`))
  }
}

const isSection = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readEnv(tree: Tree, env: Env, problems: ConfigProblem[]): void {
  const put = (section: string, key: string, value: string) =>
    (tree[section] = { ...tree[section], [key]: value })
  for (const [name, [section, key]] of Object.entries(aliases)) {
    const value = env[name]
    if (value !== undefined && value !== '') put(section, key, value)
  }
  for (const [name, value] of Object.entries(env)) {
    const [, section, key] = /^LESSOR_([A-Z]+?)_(\w+)$/.exec(name) ?? []
    if (!section || !key || value === undefined || value === '') continue
    const place = placeOf(name)
    if (place) put(...place, value)
    else if (!reserved.has(name)) problems.push(noSuchKey(name))
  }
}

// Read by the launcher or elsewhere, not settings of the configuration.
const reserved = new Set(['LESSOR_DATA_DIR', 'LESSOR_DEV', 'LESSOR_URL'])

/** LESSOR_RATE_LIMIT_LOGIN_PER_SEC is rate_limit.login_per_sec: the section is whichever one has the rest as a key. */
function placeOf(name: string): [section: string, key: string] | undefined {
  const rest = name.slice('LESSOR_'.length).toLowerCase()
  for (const [section, { def }] of Object.entries(shape)) {
    const keys = def.innerType.shape
    const key = rest.slice(section.length + 1)
    if (rest.startsWith(`${section}_`) && key in keys) return [section, key]
  }
  return undefined
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The limits that the configuration changes: `login_per_sec = 5` is 5 tries in a second, over the table's window. */
export function limitOverrides({ rate_limit: given }: Settings): LimitOverrides {
  const secondsOf = { ...limits, ...guessLimits }
  const per: [keyof LimitOverrides, number | undefined][] = [
    ['customerSignIn', given.login_per_sec],
    ['register', given.register_per_sec],
    ['heartbeat', given.heartbeat_per_sec],
    ['write', given.write_per_sec],
    ['code', given.code_per_sec],
    ['statusLink', given.status_per_sec],
  ]
  return Object.fromEntries(
    per.flatMap(([name, rate]) => {
      const { seconds } = secondsOf[name]
      return rate === undefined ? [] : [[name, { points: Math.max(1, Math.round(rate * seconds)), seconds }]]
    }),
  )
}
