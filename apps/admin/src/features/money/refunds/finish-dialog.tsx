import type { ListItem } from '@lessor/contract'
import { answer, api, keysOf } from '@lessor/ui'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'

interface Ended {
  readonly done: boolean
  readonly transaction: string
  readonly note: string
}

interface FinishDialogProps {
  readonly refund: ListItem<'/api/admin/refunds'>
  readonly onClose: () => void
}

/** Says how a refund ended that only a person knows of. */
export function FinishDialog({ refund, onClose }: FinishDialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const finish = ({ transaction, ...given }: Ended, signal: AbortSignal) => {
    const body = { ...given, ...(transaction && { transaction }) }
    const headers = { 'idempotency-key': keyOf(body) }
    const params = { path: { id: refund.id } }
    return answer(api.POST('/api/admin/refunds/{id}/finish', { params, headers, body, signal }))
  }
  return (
    <FormDialog<Ended, unknown>
      title={t('refunds.finishTitle', { amount: refund.amount })}
      yes={t('refunds.finish')}
      initial={{ done: true, transaction: '', note: '' }}
      act={finish}
      onClose={onClose}
    >
      <Form.Item name="done" label={t('refunds.outcome')}>
        <Radio.Group
          vertical
          options={[
            { value: true, label: t('refunds.done') },
            { value: false, label: t('refunds.failed') },
          ]}
        />
      </Form.Item>
      <Form.Item name="transaction" label={t('refunds.transaction')}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name="note" label={t('refunds.note')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}
