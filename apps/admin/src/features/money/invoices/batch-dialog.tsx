import { answer, api, keysOf } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { timesOf } from '../../../pieces/day-range.tsx'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import { AccountField } from './account-field.tsx'

interface Batch {
  readonly account_id?: string
  readonly from: string
  readonly to: string
  readonly issue: boolean
}

interface Made {
  readonly invoices: number
}

const period = (fields: Pick<Batch, 'from' | 'to'>) => timesOf(fields) as { from: string; to: string }

/** Bills the paid orders of a period that stand on no invoice: one invoice for each customer. */
export function BatchDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const bill = ({ account_id, issue, ...days }: Batch, signal: AbortSignal): Promise<Made> => {
    const body = { ...period(days), issue, ...(account_id && { account_id }) }
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(api.POST('/api/admin/invoice-batches', { headers, body, signal }))
  }
  const rules = [{ required: true, message: t('pieces.required') }]
  return (
    <FormDialog<Batch, Made>
      title={t('invoices.batchTitle')}
      yes={t('invoices.batchMake')}
      initial={{ issue: true }}
      act={bill}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('invoices.batchWhat')}</Typography.Paragraph>
      <AccountField required={false} />
      <Form.Item name="from" label={t('invoices.batchFrom')} rules={rules}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="to" label={t('invoices.batchTo')} rules={rules}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="issue" valuePropName="checked">
        <Checkbox>{t('invoices.batchIssue')}</Checkbox>
      </Form.Item>
      <Outcome />
    </FormDialog>
  )
}

/** How many customers and orders it concerns, before it is done. */
function Outcome() {
  const t = useTexts()
  const [accountId, from, to] = [
    Form.useWatch<unknown>('account_id'),
    Form.useWatch<unknown>('from'),
    Form.useWatch<unknown>('to'),
  ]
  const isSaid = typeof from === 'string' && typeof to === 'string' && from !== '' && from <= to
  const { data } = useQuery({
    queryKey: ['invoice-batch', accountId, from, to],
    queryFn: () => {
      const query = {
        ...period({ from: String(from), to: String(to) }),
        ...(typeof accountId === 'string' && { account_id: accountId }),
      }
      return answer(api.GET('/api/admin/invoice-batches/preview', { params: { query } }))
    },
    enabled: isSaid,
    gcTime: 0,
  })
  if (!isSaid || !data) return null
  const { customers, orders, total } = data
  return (
    <Typography.Paragraph role="status">
      {orders === 0
        ? t('invoices.batchNothing')
        : t('invoices.batchOutcome', { customers, orders, total: money(total) })}
    </Typography.Paragraph>
  )
}
