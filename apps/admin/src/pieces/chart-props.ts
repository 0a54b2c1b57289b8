export interface ChartSeries {
  readonly name: string
  /** One for each name below the axis. */
  readonly values: readonly number[]
}

export interface ChartProps {
  /** What it shows, for those who can't see it; the figures stand in a table beside it. */
  readonly label: string
  readonly names: readonly string[]
  readonly series: readonly ChartSeries[]
}

/** In pixels. */
export const chartHeight = 260
