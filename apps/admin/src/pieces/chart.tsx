import { lazy, Suspense } from 'react'
import { chartHeight, type ChartProps } from './chart-props.ts'

// The library is as long as half of the console: it comes with the first chart.
const Drawn = lazy(() => import('./drawn-chart.tsx'))

/** Bars of amounts of money, side by side for each name; a touch or the pointer shows the figures. */
export const Chart = (props: ChartProps) => (
  <div className="tile" style={{ marginBlockEnd: 8 }}>
    <Suspense fallback={<div style={{ height: chartHeight }} />}>
      <Drawn {...props} />
    </Suspense>
  </div>
)
