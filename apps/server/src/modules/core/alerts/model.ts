import type { Text } from '@lessor/kit'
import type { Severity } from '../notices/index.ts'

export const comparisons = ['above', 'below'] as const
export type Comparison = (typeof comparisons)[number]

/** When a metric is wrong: beyond the threshold for so long. It is well again after the same time on the other side. */
export interface Rule {
  readonly comparison: Comparison
  readonly threshold: number
  readonly forS: number
  readonly severity: Severity
  readonly enabled: boolean
}

/** Something measured by a module; a value that it declares. */
export interface Metric {
  /** `<module>.<noun>` */
  readonly name: string
  readonly label: Text
  /** What a number of it counts, as `s` or `%`; empty: how many. */
  readonly unit: string
  /** As long as staff set no other. */
  readonly rule: Rule
  /** What to do about it, and the page of the console where that is done. */
  readonly help: Text
  readonly path?: string
}

export const isBreached = ({ comparison, threshold }: Rule, value: number): boolean =>
  comparison === 'above' ? value > threshold : value < threshold

export interface Watch {
  readonly breached: boolean
  readonly since: Date
}

/** Since when it is on this side, and whether that has lasted as long as the rule says. */
export function judge(
  breached: boolean,
  before: Watch | undefined,
  { forS }: Rule,
  now: Date,
): Watch & { readonly lasted: boolean } {
  const since = before?.breached === breached ? before.since : now
  return { breached, since, lasted: now.getTime() - since.getTime() >= forS * 1_000 }
}

/** The key of a metric's alert. */
export const keyOf = (metric: string, of: string): string => (of === '' ? metric : `${metric}:${of}`)
