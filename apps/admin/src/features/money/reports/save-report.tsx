import { useLanguage } from '@lessor/ui'
import { SaveButton } from '../../../pieces/save-button.tsx'
import { useTexts } from '../../../texts.ts'
import type { Period } from './use-report.ts'

const labels = {
  months: 'reports.exportMonths',
  products: 'reports.exportProducts',
  cells: 'reports.exportCells',
} as const

/** Saves a part of the report as CSV, of the months on the screen. */
export function SaveReport({
  part,
  period,
}: {
  readonly part: keyof typeof labels
  readonly period: Period
}) {
  const t = useTexts()
  const [language] = useLanguage()
  const { from, to } = period
  const query = new URLSearchParams({ ...(from && { from }), ...(to && { to }), part, language })
  return (
    <SaveButton
      label={t(labels[part])}
      path={`/api/admin/reports/sales/export?${query}`}
      name={`sales-${part}.csv`}
    />
  )
}
