import { existsSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { ConfigError, noSuchKey, problem, problemsIn, type ConfigProblem } from './config-problems.ts'
import { factsOf, type KeyFacts } from './config-keys.ts'
import { problemsOf } from './config-rules.ts'
import { shape } from './config-shape.ts'
import { guessLimits, limits, type LimitOverrides } from './platform/limits.ts'

/** The keys that hold a password or key: never shown, and not in the settings that use cases get. */
const secretKeys = [
  'db.url', 'jwt.secret', 'jwt.previous_secret', 'secrets.keys', 'bootstrap.admin_password', 'mail.smtp_url',
  'metrics.token',
] as const // prettier-ignore
export type SecretKey = (typeof secretKeys)[number]
export const isSecret = (name: string): name is SecretKey => secretKeys.some((key) => key === name)

export interface ConfigKey extends KeyFacts {
  /** `server.http_port` */
  readonly name: string
  /** `server` and `http_port` */
  readonly parts: readonly [section: string, key: string]
  readonly schema: z.core.$ZodType
  readonly secret: boolean
}

/** Every key of config.toml, in its order. */
export const configKeys = (): ConfigKey[] =>
  Object.entries(shape).flatMap(([section, { def }]) =>
    Object.entries(def.innerType.shape).map(([name, schema]) => ({
      ...factsOf(schema),
      name: `${section}.${name}`,
      parts: [section, name] as const,
      schema,
      secret: isSecret(`${section}.${name}`),
    })),
  )

const schema = z.strictObject(shape)

export type AllSettings = z.output<typeof schema>

/** What use cases read: without passwords and keys. */
export type Settings = {
  readonly [S in keyof AllSettings]: {
    readonly [
      K in keyof AllSettings[S] as `${S}.${K & string}` extends SecretKey ? never : K
    ]: AllSettings[S][K]
  }
}

export function withoutSecrets(all: AllSettings): Settings {
  const names = Object.keys(shape) as (keyof AllSettings)[]
  const sections = names.map((section) => [
    section,
    Object.fromEntries(Object.entries(all[section]).filter(([key]) => !isSecret(`${section}.${key}`))),
  ])
  return Object.fromEntries(sections) as Settings
}

export { ConfigError } from './config-problems.ts'

export interface Config extends AllSettings {
  /** The keys that the operator wrote, in a file or the environment, as `mail.from`: the console can't change them. */
  readonly given: ReadonlySet<string>
  /** Where the embedded PostgreSQL and the generated secrets live. */
  readonly dataDir: string
  /** No `db.url`: this process runs its own PostgreSQL, and makes the secrets that are missing. */
  readonly embedded: boolean
  readonly logFormat: 'json' | 'pretty'
  readonly hashingThreads: number
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
    problems.push(problem(path, { zh: `无法读取（${reason}）`, en: `can't be read (${reason})` }))
  }
}

const isSection = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readEnv(tree: Tree, env: Env, problems: ConfigProblem[]): void {
  const put = (section: string, key: string, value: string) =>
    (tree[section] = { ...tree[section], [key]: value })
  for (const { alias, parts } of configKeys()) {
    const value = alias && env[alias]
    if (value) put(...parts, value)
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

/** The limits that the configuration changes: `login_per_sec = 5` is 5 tries in a second, over the table's window. */
export function limitOverrides({ rate_limit: given }: AllSettings): LimitOverrides {
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
