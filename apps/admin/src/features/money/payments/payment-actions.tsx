import { answer, api } from '@lessor/ui'
import { App, Button } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { useAct } from '../../../pieces/act.tsx'
import { useNames } from '../../../pieces/names.ts'
import { useTexts } from '../../../texts.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import type { Payment } from './state.tsx'

/** What may be done to a payment that isn't counted yet. */
export function PaymentActions({ payment }: { readonly payment: Payment }) {
  const t = useTexts()
  const names = useNames()
  const { message } = App.useApp()
  const [isConfirming, setConfirming] = useState(false)
  const ask = useAct({
    act: () => answer(api.POST('/api/admin/payments/{id}/ask', { params: { path: { id: payment.id } } })),
    says: null,
    after: ({ status, problem }) => {
      const said = t('payments.asked', { status: t(`payments.states.${status}`) })
      // Not awaited: it closes by itself.
      void (problem ? message.warning(`${said} ${names.reason(problem)}`) : message.info(said))
    },
  })
  const isOpen = payment.status === 'pending' || payment.status === 'failed'
  if (!staffCan(useMe(), 'payments.confirm') || !isOpen) return null
  return (
    <>
      <Button loading={ask.isPending} onClick={() => ask.mutate(undefined)}>
        {t('payments.ask')}
      </Button>
      <Button onClick={() => setConfirming(true)}>{t('payments.confirm')}</Button>
      {isConfirming && <ConfirmDialog payment={payment} onClose={() => setConfirming(false)} />}
    </>
  )
}
