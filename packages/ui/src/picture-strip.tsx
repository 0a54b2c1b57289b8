import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'

/** A stretch of time on one level; times are RFC 3339. */
export interface PictureSpan {
  readonly level: number
  readonly starts_at: string
  readonly ends_at: string
}

// Across in percent and not scaled as a picture, so that its texts stay readable on a phone.
const barEnd = 56
const rowHeight = 16
const maxWidth = 640
const leastWidth = 0.5
const labelledFrom = 15
// Of a date on a phone; on a desk it is half of that.
const dateWidth = 30
const percent = (share: number) => `${share}%`

export interface StripProps {
  readonly spans: readonly PictureSpan[]
  readonly colors: { readonly span: string; readonly text: string; readonly quiet: string }
}

/** A lease's spans as a strip from now to its end: wide is long, dark is a high level. */
export function Strip({ spans, colors }: StripProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const drawn = strip(spans)
  const dates = datesOf(drawn)
  const height = barEnd + 12 + rowHeight * Math.max(...dates.map(({ row }) => row + 1))
  const spoken = drawn.map(({ level, starts_at, ends_at }) =>
    t('timeline.span', { level, from: format.day(starts_at), to: format.day(ends_at) }),
  )
  return (
    <svg
      role="img"
      aria-label={t('timeline.label', { spans: spoken.join('; ') })}
      width="100%"
      height={height}
      style={{ maxWidth, display: 'block' }}
    >
      {drawn.map((span, i) => (
        <g key={span.starts_at}>
          <title>{spoken[i]}</title>
          <rect
            x={percent(span.x)}
            y={22}
            width={percent(span.width)}
            height={34}
            rx={4}
            fill={colors.span}
            opacity={shade(span.level)}
          />
          {span.width > labelledFrom && (
            <text
              x={percent(span.x + span.width / 2)}
              y={44}
              textAnchor="middle"
              fontSize={14}
              fill={colors.text}
            >
              {t('timeline.level', { level: span.level })}
            </text>
          )}
        </g>
      ))}
      <text x={0} y={14} fontSize={12} fill={colors.quiet}>
        {t('timeline.now')}
      </text>
      <Dates dates={dates} color={colors.quiet} />
    </svg>
  )
}

/** The date of each change, and the time of the last. */
function Dates({ dates, color }: { readonly dates: ReturnType<typeof datesOf>; readonly color: string }) {
  const format = useFormat()
  return dates.map(({ x, row, anchor, at }, i) => (
    <text
      key={at}
      x={percent(x)}
      y={barEnd + 4 + rowHeight * (row + 1)}
      fontSize={12}
      textAnchor={anchor}
      fill={color}
    >
      {i === dates.length - 1 ? format.time(at) : format.day(at)}
    </text>
  ))
}

const shade = (level: number) => Math.min(0.65, 0.2 + level * 0.12)

/** Each span with its place in the picture; a short one beside a long one stays visible. */
function strip(spans: readonly PictureSpan[]) {
  const lengths = spans.map(({ starts_at, ends_at }) => Date.parse(ends_at) - Date.parse(starts_at))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const room = 100 - leastWidth * spans.length
  let x = 0
  return spans.map((span, i) => {
    const wide = leastWidth + (total > 0 ? (room * (lengths[i] ?? 0)) / total : 0)
    const placed = { ...span, x, width: wide - 0.2 }
    x += wide
    return placed
  })
}

/** Where the date of each change is written: under it, in the first row where it stands on no other. */
function datesOf(spans: ReturnType<typeof strip>) {
  const reached: number[] = []
  return spans.map(({ x: start, width, ends_at: at }, i) => {
    const x = i === spans.length - 1 ? 100 : start + width
    const anchor = x < dateWidth / 2 ? 'start' : x > 100 - dateWidth / 2 ? 'end' : 'middle'
    const from = anchor === 'start' ? x : anchor === 'end' ? x - dateWidth : x - dateWidth / 2
    const free = reached.findIndex((to) => to <= from)
    const row = free < 0 ? reached.length : free
    reached[row] = from + dateWidth
    return { x, row, anchor, at } as const
  })
}
