import { ErrorPanel } from '@lessor/ui'
import { Flex, Input, Spin } from 'antd'
import { useFilters } from '../../../pieces/filters.ts'
import { FilterBar } from '../../../pieces/filter-bar.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { MoneyNow } from './money-now.tsx'
import { Months } from './months.tsx'
import { Products } from './products.tsx'
import { SaveReport } from './save-report.tsx'
import { useSales } from './use-report.ts'
import './page.css'

/** What is taken and owed now; what was sold, what it cost and what of it is earned. */
export default function ReportsPage() {
  const t = useTexts()
  const { filters, set, clear, any } = useFilters('from', 'to')
  const { data: sales, error, refetch } = useSales(filters)
  return (
    <Page title={t('reports.title')} actions={<SaveReport part="cells" period={filters} />}>
      <MoneyNow />
      <FilterBar onClear={any && clear}>
        <MonthField label={t('reports.from')} value={filters.from ?? sales?.from} set={(v) => set('from', v)} />
        <MonthField label={t('reports.to')} value={filters.to ?? sales?.to} set={(v) => set('to', v)} />
      </FilterBar>
      <p className="quiet">{t('reports.what')}</p>
      {error ? (
        <ErrorPanel error={error} retry={refetch} />
      ) : sales ? (
        <Flex vertical gap={24}>
          <Months sales={sales} />
          <Products sales={sales} />
        </Flex>
      ) : (
        <Spin delay={200} />
      )}
    </Page>
  )
} // prettier-ignore

interface MonthFieldProps {
  readonly label: string
  readonly value: string | undefined
  readonly set: (month: string | undefined) => void
}

/** A month of the operator's calendar (YYYY-MM). */
const MonthField = ({ label, value, set }: MonthFieldProps) => (
  <Input
    type="month"
    aria-label={label}
    title={label}
    placeholder="YYYY-MM"
    value={value ?? ''}
    onChange={(event) => set(event.target.value || undefined)}
    style={{ width: 170 }}
  />
)
