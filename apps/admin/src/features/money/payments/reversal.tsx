import { answer, api, keysOf, useFormat } from '@lessor/ui'
import { Button, Card, Descriptions, Form, Input, Radio, Tag, Typography } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import type { PaymentWithReversal } from './state.tsx'

interface ReversalProps {
  readonly payment: PaymentWithReversal
}
interface DialogProps extends ReversalProps {
  readonly onClose: () => void
}

/** Staff note that the gateway took a payment back; until then nothing of it is shown. */
export function NoteReversal({ payment }: ReversalProps) {
  const t = useTexts()
  const [isOpen, setOpen] = useState(false)
  const isThere = payment.paid_at !== null && payment.status === 'success' && payment.reversal === null
  if (!staffCan(useMe(), 'payments.confirm') || !isThere) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('reversals.note')}</Button>
      {isOpen && <NoteDialog payment={payment} onClose={() => setOpen(false)} />}
    </>
  )
}

function NoteDialog({ payment, onClose }: DialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const reverse = (body: { readonly reason: string }, signal: AbortSignal) => {
    const params = { path: { id: payment.id } }
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(api.POST('/api/admin/payments/{id}/reverse', { params, headers, body, signal }))
  }
  return (
    <FormDialog<{ reason: string }, unknown>
      title={t('reversals.noteTitle')}
      yes={t('reversals.yes')}
      initial={{ reason: '' }}
      act={reverse}
      onClose={onClose}
    >
      <Typography.Paragraph>
        {t('reversals.noteWhat', { amount: money(payment.amount) })}
      </Typography.Paragraph>
      <Reason />
    </FormDialog>
  )
}

/** What the gateway took back of a payment, and what staff decided. */
export function ReversalCard({ payment }: ReversalProps) {
  const t = useTexts()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const mayDecide = staffCan(useMe(), 'orders.refund')
  const { reversal } = payment
  if (!reversal) return null
  const { decision } = reversal
  const decided =
    decision === null
      ? []
      : [
          { label: t('reversals.by'), children: reversal.decided_by },
          { label: t('reversals.whenDecided'), children: format.exact(reversal.decided_at) },
          { label: t('payments.note'), children: reversal.note },
        ]
  const items = [
    { label: t('reversals.amount'), children: <b>{money(reversal.amount)}</b> },
    { label: t('reversals.at'), children: format.exact(reversal.at) },
    { label: t('reversals.source'), children: t(`reversals.sources.${reversal.source}`) },
    { label: t('reversals.reason'), children: reversal.reason },
    {
      label: t('reversals.outcome'),
      children: decision ? (
        t(`reversals.decisions.${decision}`)
      ) : (
        <Tag color="error">{t('reversals.open')}</Tag>
      ),
    },
    ...decided,
  ]
  const button = <Button onClick={() => setOpen(true)}>{t('reversals.decide')}</Button>
  return (
    <Card title={t('reversals.title')} extra={decision === null && mayDecide && button}>
      <Descriptions size="small" column={{ xs: 1, md: 2, xl: 3 }} items={items} />
      {isOpen && <DecideDialog payment={payment} onClose={() => setOpen(false)} />}
    </Card>
  )
}

const decisions = ['take_back', 'keep', 'collect'] as const
interface Decision {
  readonly decision: (typeof decisions)[number]
  readonly reason: string
}

function DecideDialog({ payment, onClose }: DialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const decide = (body: Decision, signal: AbortSignal) => {
    const params = { path: { id: payment.id } }
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(api.POST('/api/admin/payments/{id}/reversal', { params, headers, body, signal }))
  }
  // A top-up brought nothing but money.
  const offered = decisions.filter((one) => one !== 'take_back' || payment.for_kind === 'order')
  return (
    <FormDialog<Decision, unknown>
      title={t('reversals.decideTitle', { amount: money(payment.reversal?.amount ?? payment.amount) })}
      yes={t('reversals.yes')}
      initial={{ decision: offered[0] ?? 'keep', reason: '' }}
      act={decide}
      onClose={onClose}
    >
      <Form.Item name="decision" label={t('reversals.outcome')}>
        <Radio.Group
          vertical
          options={offered.map((value) => ({ value, label: t(`reversals.decisions.${value}`) }))}
        />
      </Form.Item>
      <Outcome />
      <Reason />
    </FormDialog>
  )
}

/** What the chosen decision does. */
function Outcome() {
  const t = useTexts()
  const decision = Form.useWatch<Decision['decision'] | undefined>('decision')
  return (
    <Typography.Paragraph role="status">{decision && t(`reversals.what.${decision}`)}</Typography.Paragraph>
  )
}

function Reason() {
  const t = useTexts()
  return (
    <Form.Item
      name="reason"
      label={t('reversals.reason')}
      rules={[{ required: true, whitespace: true, message: t('pieces.required') }]}
    >
      <Input autoComplete="off" maxLength={200} />
    </Form.Item>
  )
}
