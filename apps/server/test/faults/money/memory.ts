import { rssMbOf } from '../../../../../bench/lab/process.ts'

/** The resident memory of one process, in MB, once a second. */
export interface Life {
  readonly samples: readonly number[]
  end(): void
}

export function lifeOf(pid: number): Life {
  const samples: number[] = []
  const timer = setInterval(() => samples.push(rssMbOf(pid)), 1_000)
  return { samples, end: () => clearInterval(timer) }
}

/** At most, and how much more the last quarter had than the second, both by their medians. */
export function growthMb(samples: readonly number[]): { readonly most: number; readonly growth: number } {
  const quarter = (which: number) => {
    const part = samples.slice((samples.length * (which - 1)) >> 2, (samples.length * which) >> 2)
    return part.toSorted((one, other) => one - other)[part.length >> 1] ?? 0
  }
  const round = (mb: number) => Math.round(mb * 10) / 10
  return { most: round(Math.max(0, ...samples)), growth: round(quarter(4) - quarter(2)) }
}
