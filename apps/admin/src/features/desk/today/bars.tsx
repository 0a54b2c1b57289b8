import { useFormat, zone } from '@lessor/ui'
import { startOfNamedDay } from '@lessor/kit'
import { theme } from 'antd'
import { useTexts } from '../../../texts.ts'

interface BarsProps {
  readonly what: string
  /** Whether the days add up; otherwise the last one is what there is now. */
  readonly adds: boolean
  /** Days as YYYY-MM-DD, the latest last. */
  readonly days: readonly { readonly day: string; readonly value: number }[]
}

const width = 360
const height = 104
// Even a day of nothing is seen.
const thinnest = 2

/** A bar a day, up for more and down for less than nothing. */
export function Bars({ what, adds, days }: BarsProps) {
  const t = useTexts()
  const format = useFormat()
  const { token } = theme.useToken()
  const most = Math.max(1, ...days.map(({ value }) => value))
  const least = Math.min(0, ...days.map(({ value }) => value))
  const unit = (height - thinnest) / (most - least)
  const step = width / Math.max(1, days.length)
  const total = adds ? days.reduce((sum, { value }) => sum + value, 0) : (days.at(-1)?.value ?? 0)
  const dayOf = (name: string) => format.day(startOfNamedDay(name, zone))
  return (
    <>
      <svg
        role="img"
        aria-label={t(adds ? 'today.chart' : 'today.chartNow', { what, sum: format.number(total) })}
        viewBox={`0 0 ${width} ${height}`}
      >
        {days.map(({ day, value }, i) => (
          <rect
            key={day}
            x={i * step + 1}
            y={(most - Math.max(0, value)) * unit}
            width={step - 2}
            height={Math.max(thinnest, Math.abs(value) * unit)}
            fill={value < 0 ? token.colorError : token.colorLink}
            opacity={value === 0 ? 0.4 : 0.85}
          >
            <title>{`${dayOf(day)}: ${format.number(value)}`}</title>
          </rect>
        ))}
      </svg>
      <Ends days={days.map(({ day }) => dayOf(day))} />
    </>
  )
}

const Ends = ({ days }: { readonly days: readonly string[] }) => (
  <p>
    <span>{days[0]}</span>
    <span>{days.at(-1)}</span>
  </p>
)
