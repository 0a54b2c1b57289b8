import { answer, api, keysOf } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { WholeField } from '../../../pieces/whole-field.tsx'
import { IssueProgress } from './issue-progress.tsx'
import { useTexts } from '../../../texts.ts'

interface Terms {
  readonly worth: 'time' | 'money'
  readonly level?: number
  readonly days?: number
  readonly value?: string
  readonly count: number
  readonly prefix: string
  readonly expires_in_days: number
  readonly amount: string
  readonly note: string
}

export interface Issued {
  readonly batch: components['schemas']['CodeBatch']
  /** Null when there are too many to show. */
  readonly codes: readonly string[] | null
}

interface IssueDialogProps {
  readonly onIssued: (issued: Issued) => void
  readonly onClose: () => void
}

// Full-width digits are what a Chinese keyboard may give.
const typed = (text: string) => text.normalize('NFKC').trim()
const money = /^(0|[1-9]\d{0,9})(\.\d{1,2})?$/
const usual: Terms = {
  worth: 'time',
  level: 1,
  days: 30,
  count: 10,
  prefix: '',
  expires_in_days: 30,
  amount: '0.00',
  note: '',
}

/** Issues a batch; sent again after a lost answer, it is the same batch. */
export function IssueDialog({ onIssued, onClose }: IssueDialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const [underWay, setUnderWay] = useState<{ readonly key: string; readonly count: number }>()
  const issue = (body: Terms, signal: AbortSignal): Promise<Issued> => {
    const key = keyOf(body)
    setUnderWay({ key, count: body.count })
    return answer(
      api.POST('/api/admin/code-batches', { headers: { 'idempotency-key': key }, body, signal }),
    ).finally(() => setUnderWay(undefined))
  }
  return (
    <FormDialog<Terms, Issued>
      title={t('codes.issueTitle')}
      yes={t('codes.issue')}
      initial={usual}
      act={issue}
      after={onIssued}
      onClose={onClose}
    >
      <TermFields />
      {underWay && <IssueProgress issueKey={underWay.key} count={underWay.count} />}
    </FormDialog>
  )
}

function TermFields() {
  const t = useTexts()
  const worth = Form.useWatch<Terms['worth'] | undefined>('worth')
  const rules = [{ required: true, message: t('pieces.required') }]
  const amountRules = [...rules, { pattern: money, message: t('codes.amountWhat') }]
  return (
    <>
      <WholeField name="count" label={t('codes.count')} min={1} max={100_000} first />
      <Form.Item name="worth" label={t('codes.worth')}>
        <Radio.Group
          options={(['time', 'money'] as const).map((value) => ({
            value,
            label: t(`codes.worths.${value}`),
          }))}
        />
      </Form.Item>
      {worth === 'money' ? (
        <Form.Item name="value" label={t('codes.value')} rules={amountRules} normalize={typed}>
          <Input inputMode="decimal" style={{ width: 120 }} />
        </Form.Item>
      ) : (
        <>
          <WholeField name="level" label={t('codes.level')} min={1} max={100} />
          <WholeField name="days" label={t('codes.days')} min={1} max={3650} />
        </>
      )}
      <WholeField name="expires_in_days" label={t('codes.expiresIn')} min={1} max={3650} />
      <Form.Item name="amount" label={t('codes.amount')} rules={amountRules} normalize={typed}>
        <Input inputMode="decimal" style={{ width: 120 }} />
      </Form.Item>
      <Form.Item
        name="prefix"
        label={t('codes.prefix')}
        extra={t('codes.prefixWhat')}
        rules={[{ pattern: /^[A-Za-z0-9]*$/, message: t('codes.prefixBad') }]}
      >
        <Input style={{ width: 120 }} />
      </Form.Item>
      <Form.Item name="note" label={t('codes.note')}>
        <Input />
      </Form.Item>
    </>
  )
}
