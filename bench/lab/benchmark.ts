/** How thoroughly to measure. */
export interface Effort {
  /** Rounds that count, of each pair. */
  readonly rounds: number
  /** Seconds of a round that goes by time. */
  readonly seconds: number
  /** Multiplies whatever goes by number. */
  readonly scale: number
  /** Minutes under mixed load. */
  readonly minutes: number
}

export const efforts = {
  quick: { rounds: 3, seconds: 1, scale: 0.1, minutes: 0.3 },
  full: { rounds: 7, seconds: 3, scale: 1, minutes: 2 },
  long: { rounds: 7, seconds: 3, scale: 1, minutes: 60 },
} satisfies Record<string, Effort>

/** One result. `value` is what the target speaks of: mostly the ratio of figure to reference. */
export interface Finding {
  readonly what: string
  readonly figure: string
  readonly reference: string
  readonly value: number
  readonly unit: '' | 'x' | 's' | 'ms' | 'MB' | 'kB'
  /** Absent: shown for what it is, nothing was promised. */
  readonly target?: { readonly atLeast: number } | { readonly under: number }
}

export interface Benchmark {
  /** As in quality.md: P1. */
  readonly id: string
  run(effort: Effort): Promise<readonly Finding[]>
}

export const isMet = ({ value, target }: Finding): boolean | undefined =>
  target && ('atLeast' in target ? value >= target.atLeast : value < target.under)

/** 1234.5 as `1,235`. */
export const rate = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en-US')}/s`
