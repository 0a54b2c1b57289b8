import { zone } from '@lessor/ui'
import { startOfNamedDay } from '@lessor/kit'
import { Input } from 'antd'
import { useTexts } from '../texts.ts'

interface DayRangeProps {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly set: (name: 'from' | 'to', day: string | undefined) => void
}

/** Two days of the operator's calendar, both included. */
export function DayRange({ from, to, set }: DayRangeProps) {
  const t = useTexts()
  return (
    <>
      <DayField label={t('pieces.from')} day={from} onChange={(day) => set('from', day)} />
      <DayField label={t('pieces.to')} day={to} onChange={(day) => set('to', day)} />
    </>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly day: string | undefined
  readonly onChange: (day: string | undefined) => void
}

function DayField({ label, day, onChange }: DayFieldProps) {
  return (
    <Input
      type="date"
      aria-label={label}
      title={label}
      value={day ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
      style={{ width: 150 }}
    />
  )
}

const dayText = /^\d{4}-\d\d-\d\d$/
const dayMs = 86_400_000

/** The days of a filter as the times that the API takes; what isn't a day goes as it is, for the server to refuse. */
export function timesOf<Given extends { readonly from?: string; readonly to?: string }>(filters: Given) {
  const { from, to, ...rest } = filters
  return { ...rest, ...(from && { from: timeOf(from, 0) }), ...(to && { to: timeOf(to, 1) }) }
}

function timeOf(day: string, plusDays: number): string {
  if (!dayText.test(day)) return day
  // The day after a day: its UTC name, so that no zone's clocks play a part.
  const named = new Date(Date.parse(`${day}T00:00:00Z`) + plusDays * dayMs).toISOString().slice(0, 10)
  return startOfNamedDay(named, zone).toISOString()
}
