import { answer, api, keysOf } from '@lessor/ui'
import type { ListItem } from '@lessor/contract'
import { Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'
import { whatOf } from './columns.tsx'

interface CancelDialogProps {
  readonly order: ListItem<'/api/admin/orders'>
  readonly onClose: () => void
}

/** Cancels an order that isn't paid, with a reason that stays in its story. */
export function CancelDialog({ order, onClose }: CancelDialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const cancel = (body: { readonly reason: string }, signal: AbortSignal) => {
    const params = { path: { id: order.id } }
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(api.POST('/api/admin/orders/{id}/cancel', { params, headers, body, signal }))
  }
  return (
    <FormDialog<{ readonly reason: string }, unknown>
      title={t('orders.cancelTitle', { product: whatOf(order), name: order.username })}
      yes={t('orders.cancel')}
      initial={{ reason: '' }}
      act={cancel}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('orders.cancelWhat')}</Typography.Paragraph>
      <Form.Item
        name="reason"
        label={t('orders.reason')}
        rules={[{ required: true, whitespace: true, message: t('pieces.required') }]}
      >
        <Input autoFocus maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
