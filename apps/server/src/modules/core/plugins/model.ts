import type { Text } from '@lessor/kit'

export const kinds = ['notifier', 'gateway', 'upstream', 'provider'] as const
export type Kind = (typeof kinds)[number]

export const origins = ['shipped', 'folder', 'console'] as const
export type Origin = (typeof origins)[number]

export const fileStates = ['stored', 'problem', 'rustbill'] as const
/** `rustbill`: a RustBill script, which isn't run here. */
export type FileState = (typeof fileStates)[number]

export const fieldTypes = ['text', 'long', 'url', 'email', 'number', 'flag', 'choice', 'secret'] as const
export type FieldType = (typeof fieldTypes)[number]

/** What an interface of a plugin is asked for in the console. */
export interface Field {
  readonly key: string
  readonly type: FieldType
  readonly label: Text
  readonly help?: Text | undefined
  readonly required?: boolean | undefined
  readonly default?: string | number | boolean | undefined
  readonly choices?: readonly { readonly value: string; readonly label: Text }[] | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly maxLength?: number | undefined
}

/** What staff entered, by field; no secrets. */
export type Values = Readonly<Record<string, string | number | boolean>>

/** What a plugin says of itself. */
export interface Manifest {
  readonly id: string
  readonly kind: Kind
  readonly version: string
  readonly name: Text
  readonly description: Text
  readonly config: readonly Field[]
  /** Where it connects: a host, or `{key}` for the address or host that staff enter into that field. */
  readonly hosts: readonly string[]
}

/** Why a script can't be used, and where; lines and columns from 1. */
export interface ScriptProblem {
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly message: Text
}

export const isSemver = (text: string): boolean =>
  /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/.test(text)

/** Semantic versions, as semver.org orders them: below 0, 0 or above 0. What follows a `+` doesn't count. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)]
  for (let i = 0; i < 3; i++) {
    const difference = Number(a.numbers[i]) - Number(b.numbers[i])
    if (difference !== 0) return difference
  }
  if (a.labels.length === 0 || b.labels.length === 0) return b.labels.length - a.labels.length
  return compareLabels(a.labels, b.labels)
}

function partsOf(version: string) {
  const [whole = ''] = version.split('+')
  const at = whole.indexOf('-')
  const [numbers, labels] = at < 0 ? [whole, ''] : [whole.slice(0, at), whole.slice(at + 1)]
  return { numbers: numbers.split('.'), labels: labels === '' ? [] : labels.split('.') }
}

/** Numbers are less than words; of two that agree as far as they go, the longer one is greater. */
function compareLabels(a: readonly string[], b: readonly string[]): number {
  for (const [i, label] of a.entries()) {
    const other = b[i]
    if (other === undefined) return 1
    if (label === other) continue
    const [isNumber, isOther] = [label, other].map((text) => /^\d+$/.test(text))
    if (isNumber && isOther) return Number(label) - Number(other)
    if (isNumber !== isOther) return isNumber ? -1 : 1
    return label < other ? -1 : 1
  }
  return a.length - b.length
}

/** The number of the next version from the console: `1.2.0+console.3`. */
export function consoleVersion(manifest: string, stored: readonly string[]): string {
  const prefix = `${manifest}+console.`
  const numbers = stored.flatMap((one) => (one.startsWith(prefix) ? [Number(one.slice(prefix.length))] : []))
  return `${prefix}${Math.max(0, ...numbers) + 1}`
}

/** Whether a file's version takes over from the active one. */
export const takesOver = (version: string, active: string | undefined): boolean =>
  active === undefined || compareVersions(version, active) > 0
