import { conformance, type Examples, type Finding, type Outside, type Subject } from '@lessor/plugin-sdk/kit'
import { pino } from 'pino'
import {
  hasProblems,
  hostsEntered,
  hostsNamed,
  readScript,
  scriptName,
  withDefaults,
  type Manifest,
  type ScriptProblem,
} from '../modules/core/plugins/index.ts'
import { callWith, openBreakers } from '../platform/plugin-host/functions/index.ts'
import { HostRefusal, openPluginHost, RemoteFailed, type PluginHost } from '../platform/plugin-host/host.ts'

/** The manifest first, or why the file can't be used; then one finding after the other. */
export type Tried =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'problem'; readonly problem: ScriptProblem }
  | { readonly kind: 'finding'; readonly finding: Finding }

/** Tries a plugin in the sandbox of the server, with a stand-in for the world. No installation is needed. */
export async function* tryPlugin(source: string, examples: Examples): AsyncGenerator<Tried> {
  const host = openPluginHost({ log: pino({ level: 'silent' }) })
  try {
    const read = await readScript(host, source)
    if (hasProblems(read)) {
      for (const problem of read) yield { kind: 'problem', problem }
      return
    }
    const { manifest, script, exports } = read
    yield { kind: 'manifest', manifest }
    const subject = subjectOf(host, manifest, script, examples)
    for await (const finding of conformance(subject, exports)) yield { kind: 'finding', finding }
  } finally {
    await host.stop()
  }
}

function subjectOf(host: PluginHost, manifest: Manifest, source: string, examples: Examples): Subject {
  const own = {
    ...guessed(manifest),
    ...examples.config,
    ...guessedSecrets(manifest),
    ...examples.secrets,
  }
  const script = { name: scriptName(manifest.id), source }
  return {
    kind: manifest.kind,
    examples,
    run: (method, input, outside, values) => {
      const { config, secrets } = parted(manifest, { ...own, ...values })
      const kept = new Map<string, unknown>()
      return callWith(
        host,
        { of: 'test', script, method, input },
        {
          config,
          secrets,
          // Which hosts an operator grants is no matter of the plugin; those that it names are.
          hosts: hostsOf(manifest, { ...config, ...secrets }),
          kv: {
            get: (key) => Promise.resolve(kept.get(key)),
            set: (key, value) => Promise.resolve(void kept.set(key, value)),
            delete: (key) => Promise.resolve(void kept.delete(key)),
          },
          log: () => undefined,
          now: () => (outside.at === undefined ? new Date() : new Date(outside.at)),
          breakers: openBreakers(),
          outside: outsideOf(outside),
        },
      )
    },
  }
}

const hostsOf = (manifest: Manifest, values: Readonly<Record<string, unknown>>) => [
  ...hostsNamed(manifest),
  ...hostsEntered(manifest, values),
]

/** What was entered, the secrets apart. */
function parted(manifest: Manifest, values: Readonly<Record<string, unknown>>) {
  const isSecret = (key: string) =>
    manifest.config.some((field) => field.key === key && field.type === 'secret')
  const entries = Object.entries(values)
  return {
    config: Object.fromEntries(entries.filter(([key]) => !isSecret(key))),
    secrets: Object.fromEntries(entries.filter(([key]) => isSecret(key))) as Record<string, string>,
  }
}

const isAddress = ({ hosts }: Manifest, key: string) => hosts.includes(`{${key}}`)

/** What an operator might enter into the fields that must be filled in. */
const guessed = (manifest: Manifest): Record<string, string | number | boolean> => ({
  ...withDefaults(manifest.config, {}),
  ...Object.fromEntries(
    manifest.config
      .filter((field) => field.required && field.default === undefined && field.type !== 'secret')
      .map(({ key, type, min = 1, choices = [] }) => [
        key,
        type === 'number'
          ? min
          : type === 'flag'
            ? true
            : (choices[0]?.value ?? textFor(type, isAddress(manifest, key))),
      ]),
  ),
})

const textFor = (type: string, isHost: boolean): string => {
  if (type === 'url' || isHost) return exampleUrl
  return type === 'email' ? 'staff@example.com' : 'example'
}
const exampleUrl = 'https://example.com/hook'

const guessedSecrets = (manifest: Manifest): Record<string, string> =>
  Object.fromEntries(
    manifest.config
      .filter(({ type, required }) => type === 'secret' && required)
      .map(({ key }) => [key, isAddress(manifest, key) ? exampleUrl : 'an-example-of-a-secret']),
  )

/** The kit's world, as the functions of the host see one: what it throws is a host that can't be reached. */
function outsideOf(outside: Outside): NonNullable<Parameters<typeof callWith>[2]['outside']> {
  const tried = <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      try {
        resolve(work())
      } catch (error) {
        reject(error instanceof HostRefusal ? error : new RemoteFailed((error as Error).message))
      }
    })
  return {
    fetch: (url, { method, headers, body }) =>
      tried(() => outside.fetch({ url: url.href, method, headers, ...(body !== undefined && { body }) })),
    smtp: (mail) => tried(() => outside.smtp(mail)),
  }
}
