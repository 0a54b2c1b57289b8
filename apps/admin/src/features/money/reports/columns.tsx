import type { TableColumnType } from 'antd'
import { money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import type { Amounts } from './use-report.ts'

const names = [
  'income',
  'refunded',
  'fees',
  'cost',
  'losses',
  'margin',
  'earned',
  'unearned',
  'tax',
] as const satisfies readonly (keyof Amounts)[]

/** The columns of a report's amounts; losses only where there are some. */
export function useAmountColumns(total: Amounts): TableColumnType<Amounts>[] {
  const t = useTexts()
  return names
    .filter((name) => name !== 'losses' || total.losses !== '0.00')
    .map((name) => ({
      title: t(`reports.amounts.${name}`),
      key: name,
      align: 'end',
      render: (_, row) => money(row[name]),
    }))
}
