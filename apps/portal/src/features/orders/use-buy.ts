import { ApiFailure } from '@lessor/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { orderPath } from '../../paths.ts'
import { useTexts } from '../../texts.ts'
import { sendOrder, sendPayment, type Wanted, type Way } from './use-orders.ts'

/** Orders and begins to pay; then the order's own page goes on, also where paying could not begin. */
export function useBuy(wanted: Wanted, total: string) {
  const t = useTexts()
  const go = useNavigate()
  const queries = useQueryClient()
  const buy = useMutation({
    mutationFn: async (way: Way) => {
      const order = await sendOrder(wanted, total)
      // A change that costs nothing is done.
      if (order.status !== 'pending') return { order, problem: undefined }
      const problem = await sendPayment(order.id, way).then(
        () => undefined,
        (error: unknown) => (error instanceof ApiFailure && error.message) || t('orders.notBegun'),
      )
      return { order, problem }
    },
    onSuccess: async ({ order, problem }) => {
      await go(orderPath(order.id), { state: problem ? { problem } : null })
      await queries.invalidateQueries()
    },
    onError: (error) => isOld(error) && queries.invalidateQueries({ queryKey: ['quote'] }),
  })
  return { buy, changedTo: isChange(buy.error) ? total : undefined }
}

const isChange = (error: unknown) => error instanceof ApiFailure && error.code === 'price_changed'
/** The price that was shown holds no more; without its coupon there is another one. */
const isOld = (error: unknown) =>
  isChange(error) || (error instanceof ApiFailure && error.code === 'coupon_unusable')
