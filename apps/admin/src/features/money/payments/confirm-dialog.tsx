import { formatAmount, parseAmount } from '@lessor/kit'
import { answer, api, keysOf } from '@lessor/ui'
import { Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { MoneyField } from '../../../pieces/money-field.tsx'
import { fenOf, money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import type { Payment } from './state.tsx'

interface Confirmation {
  readonly transaction: string
  readonly amount: string
  readonly note: string
}

interface ConfirmDialogProps {
  readonly payment: Payment
  readonly onClose: () => void
}

/** Counts a payment whose money staff have seen: what becomes of it is shown before. */
export function ConfirmDialog({ payment, onClose }: ConfirmDialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const confirm = (given: Confirmation, signal: AbortSignal) => {
    const params = { path: { id: payment.id } }
    const headers = { 'idempotency-key': keyOf(given) }
    return answer(api.POST('/api/admin/payments/{id}/confirm', { params, headers, body: given, signal }))
  }
  return (
    <FormDialog<Confirmation, unknown>
      title={t('payments.confirmTitle', { name: payment.username })}
      yes={t('payments.confirm')}
      initial={{ transaction: '', amount: payment.amount, note: '' }}
      act={confirm}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('payments.confirmWhat')}</Typography.Paragraph>
      <Form.Item
        name="transaction"
        label={t('payments.transaction')}
        rules={[{ required: true, whitespace: true, message: t('pieces.required') }]}
      >
        <Input autoFocus autoComplete="off" maxLength={200} />
      </Form.Item>
      <MoneyField name="amount" label={t('payments.cameIn')} />
      <Outcome payment={payment} />
      <Form.Item name="note" label={t('payments.note')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}

/** Before and after, and what a difference does. */
function Outcome({ payment }: { readonly payment: Payment }) {
  const t = useTexts()
  const fen = fenOf(Form.useWatch<unknown>('amount'))
  const missingFen = parseAmount(payment.amount) - (fen ?? 0)
  const rest = money(formatAmount(Math.abs(missingFen)))
  const consequence =
    missingFen === 0
      ? t('payments.exact')
      : missingFen > 0
        ? t('payments.under', { rest })
        : t('payments.over', { rest })
  return (
    <Typography.Paragraph role="status">
      <b>
        {t(`payments.states.${payment.status}`)} → {t('payments.states.success')}
      </b>
      {fen ? (
        <>
          <br />
          {t('payments.expected', { before: money(payment.amount), after: money(formatAmount(fen)) })}
          {payment.for_kind === 'order' && (
            <>
              <br />
              {consequence}
            </>
          )}
        </>
      ) : null}
    </Typography.Paragraph>
  )
}
