import { answer, api, keysOf, useFormat } from '@lessor/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { AskButton } from '../../pieces/ask-button.tsx'
import { Card } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'
import type { Order } from './use-orders.ts'

const refundable: readonly Order['status'][] = ['completed', 'active', 'suspended']

/** Gives an order back, where its product's policy lets its customer: what would come back is shown before. */
export function GiveBack({ order: { id, status } }: { readonly order: Order }) {
  const t = useTexts()
  const label = useId()
  const format = useFormat()
  const queries = useQueryClient()
  const [keyOf] = useState(keysOf)
  const params = { path: { id } }
  const { data } = useQuery({
    queryKey: ['order', id, 'refund'],
    queryFn: () => answer(api.GET('/api/orders/{id}/refund', { params })),
    enabled: refundable.includes(status),
    // What is shown holds for ten minutes.
    refetchInterval: 300_000,
  })
  const give = useMutation({
    mutationFn: (amount: string) => {
      const body = { amount }
      const headers = { 'idempotency-key': keyOf(body) }
      return answer(api.POST('/api/orders/{id}/refund', { params, headers, body }))
    },
    onSettled: () => queries.invalidateQueries(),
  })
  const offer = data?.until && refundable.includes(status) ? data : undefined
  if (!offer && !give.error) return null
  return (
    <Card title={t('orders.giveBack')}>
      {offer && (
        <>
          <p id={label}>
            {t('orders.giveBackWhat', { until: format.time(offer.until), amount: offer.amount })}
          </p>
          <AskButton
            text={t('orders.giveBack')}
            question={t('orders.giveBackAsk', { amount: offer.amount })}
            disabled={give.isPending}
            describedBy={label}
            onYes={() => give.mutate(offer.amount)}
          />
        </>
      )}
      <Problem error={give.error} />
    </Card>
  )
}
