import { useTexts } from '../../../texts.ts'
import { Section } from './section.tsx'
import type { Sales } from './use-report.ts'

export function Months({ sales }: { readonly sales: Sales }) {
  const t = useTexts()
  const { months, from, to } = sales
  return (
    <Section
      title={t('reports.byMonth')}
      part="months"
      sales={sales}
      rows={months}
      first={{ title: t('reports.month'), of: ({ month }) => month }}
      label={t('reports.monthsChart', { from, to })}
      shown={['income', 'earned', 'margin']}
    />
  )
}
