import { answer, api } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'

export interface Period {
  readonly from?: string
  readonly to?: string
}

export const useSales = (query: Period) =>
  useQuery({
    queryKey: ['sales report', query],
    queryFn: () => answer(api.GET('/api/admin/reports/sales', { params: { query } })),
    placeholderData: (before) => before,
  })

export type Sales = NonNullable<ReturnType<typeof useSales>['data']>
export type Amounts = Sales['total']

export const useMoneyNow = () =>
  useQuery({
    queryKey: ['money now'],
    queryFn: () => answer(api.GET('/api/admin/reports/money')),
    refetchInterval: 60_000,
  })
