import { Flex, Table, type TableColumnType } from 'antd'
import { useTexts } from '../../../texts.ts'
import { Chart } from '../../../pieces/chart.tsx'
import type { ChartSeries } from '../../../pieces/chart-props.ts'
import { useAmountColumns } from './columns.tsx'
import { SaveReport } from './save-report.tsx'
import type { Amounts, Sales } from './use-report.ts'

interface SectionProps<Row extends Amounts> {
  readonly title: string
  readonly part: 'months' | 'products'
  readonly sales: Sales
  readonly rows: readonly Row[]
  readonly first: { readonly title: string; readonly of: (row: Row) => string }
  /** What the chart shows, in words. */
  readonly label: string
  readonly shown: readonly (keyof Amounts)[]
}

/** A part of the report: a chart, and the same with all amounts as a table. */
export function Section<Row extends Amounts>(props: SectionProps<Row>) {
  const { title, part, sales, rows, first, label, shown } = props
  const t = useTexts()
  const columns = useAmountColumns(sales.total)
  const name: TableColumnType<Row> = { title: first.title, key: 'name', render: (_, row) => first.of(row) }
  const series: ChartSeries[] = shown.map((key) => ({
    name: t(`reports.amounts.${key}`),
    values: rows.map((row) => Number(row[key])),
  }))
  return (
    <section>
      <Flex justify="space-between" align="center" wrap gap={8} style={{ marginBlockEnd: 8 }}>
        <h2 className="section">{title}</h2>
        <SaveReport part={part} period={sales} />
      </Flex>
      {rows.length > 0 && <Chart label={label} names={rows.map(first.of)} series={series} />}
      <section className="list report" aria-label={title} tabIndex={0}>
        <Table<Row>
          size="small"
          rowKey={first.of}
          columns={[name, ...(columns as TableColumnType<Row>[])]}
          dataSource={rows}
          pagination={false}
          locale={{ emptyText: t('reports.empty') }}
          summary={() => <Total total={sales.total} columns={columns} />}
        />
      </section>
    </section>
  )
}

interface TotalProps {
  readonly total: Amounts
  readonly columns: readonly TableColumnType<Amounts>[]
}

function Total({ total, columns }: TotalProps) {
  const t = useTexts()
  return (
    <Table.Summary.Row className="total">
      <Table.Summary.Cell index={0}>{t('reports.total')}</Table.Summary.Cell>
      {columns.map(({ key, render }, at) => (
        <Table.Summary.Cell key={String(key)} index={at + 1} align="end">
          {render?.(undefined, total, at) as string}
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  )
}
