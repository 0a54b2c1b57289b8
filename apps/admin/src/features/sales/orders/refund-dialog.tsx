import type { ListItem } from '@lessor/contract'
import { formatAmount, parseAmount } from '@lessor/kit'
import { answer, api, keysOf, useFormat } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Radio, Spin, Typography } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { MoneyField } from '../../../pieces/money-field.tsx'
import { fenOf, money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import { whatOf } from './columns.tsx'

interface Refund {
  readonly amount: string
  readonly to: 'wallet' | 'gateway'
  readonly time: 'share' | 'all' | 'none'
  readonly override: boolean
  readonly reason: string
}

interface RefundDialogProps {
  readonly order: ListItem<'/api/admin/orders'>
  readonly onClose: () => void
}

/** Gives money of an order back: what is unused of it is proposed, and what becomes of it is shown before. */
export function RefundDialog({ order, onClose }: RefundDialogProps) {
  const t = useTexts()
  const format = useFormat()
  const [keyOf] = useState(keysOf)
  const params = { path: { id: order.id } }
  const { data: proposal } = useQuery({
    queryKey: ['order', order.id, 'refund'],
    queryFn: () => answer(api.GET('/api/admin/orders/{id}/refund', { params })),
    gcTime: 0,
  })
  if (!proposal) return <Spin delay={200} />
  const refund = (body: Refund, signal: AbortSignal) => {
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(api.POST('/api/admin/orders/{id}/refund', { params, headers, body, signal }))
  }
  return (
    <FormDialog<Refund, unknown>
      title={t('orders.refundTitle', { product: whatOf(order), name: order.username })}
      yes={t('orders.refund')}
      initial={{ amount: proposal.unused, to: proposal.to, time: 'share', override: false, reason: '' }}
      act={refund}
      onClose={onClose}
    >
      <Typography.Paragraph>
        {t('orders.refundWhat', { left: money(proposal.left), unused: money(proposal.unused) })}{' '}
        {t(`orders.policies.${proposal.policy}`, { until: format.time(proposal.until) })}
      </Typography.Paragraph>
      <MoneyField name="amount" label={t('orders.refundAmount')} first />
      <Where />
      <Override allowed={proposal.allowed} />
      <Form.Item
        name="reason"
        label={t('orders.refundReason')}
        rules={[{ required: true, whitespace: true, message: t('pieces.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Outcome left={proposal.left} />
    </FormDialog>
  )
}

/** What is left to refund, before and after. */
function Outcome({ left }: { readonly left: string }) {
  const t = useTexts()
  const fen = fenOf(Form.useWatch<unknown>('amount'))
  const after = parseAmount(left) - (fen ?? 0)
  if (fen === undefined || after < 0) return null
  return (
    <Typography.Paragraph role="status">
      {t('orders.refundOutcome', { before: money(left), after: money(formatAmount(after)) })}
    </Typography.Paragraph>
  )
}

/** Asked for where the policy of the product doesn't allow what is chosen. */
function Override({ allowed }: { readonly allowed: readonly string[] }) {
  const t = useTexts()
  const to = Form.useWatch<unknown>('to')
  if (typeof to !== 'string' || allowed.includes(to)) return null
  const message = t('orders.overrideNeeded')
  return (
    <Form.Item
      name="override"
      valuePropName="checked"
      rules={[{ validator: async (_, is) => (is === true ? undefined : Promise.reject(new Error(message))) }]}
    >
      <Checkbox>{t('orders.override')}</Checkbox>
    </Form.Item>
  )
}

/** Where the money goes, and what becomes of the time. */
function Where() {
  const t = useTexts()
  return (
    <>
      <Form.Item name="to" label={t('orders.refundTo')}>
        <Radio.Group
          vertical
          options={[
            { value: 'wallet', label: t('orders.toWallet') },
            { value: 'gateway', label: t('orders.toGateway') },
          ]}
        />
      </Form.Item>
      <Form.Item name="time" label={t('orders.refundLease')}>
        <Radio.Group
          vertical
          options={(['share', 'all', 'none'] as const).map((value) => ({
            value,
            label: t(`orders.refundTimes.${value}`),
          }))}
        />
      </Form.Item>
    </>
  )
}
