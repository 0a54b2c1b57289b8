import { answer, api, keysOf } from '@lessor/ui'
import { Form, Input, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../pieces/form-dialog.tsx'
import { useTexts } from '../../texts.ts'

interface Grant {
  readonly change_days: number
  readonly level: number
  readonly reason: string
  readonly internal_note: string
}

interface GrantDialogProps {
  readonly account: { readonly id: string; readonly username: string; readonly vip_level: number }
  readonly onClose: () => void
}

const usual = [7, 30, 90, 365]

/** Adds days by hand, or takes some back. Pressed twice, or tried again after a lost answer, it counts once. */
export function GrantDialog({ account, onClose }: GrantDialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const grant = (body: Grant) => {
    const params = { path: { id: account.id } }
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(api.POST('/api/admin/accounts/{id}/grant', { params, headers, body }))
  }
  return (
    <FormDialog<Grant, unknown>
      title={t('accounts.grantTitle', { name: account.username })}
      yes={t('accounts.grant')}
      initial={{ change_days: 30, level: account.vip_level || 1, reason: '', internal_note: '' }}
      act={grant}
      onClose={onClose}
    >
      <Days />
      <Form.Item name="level" label={t('accounts.level')}>
        <InputNumber min={1} max={100} precision={0} />
      </Form.Item>
      <Form.Item name="reason" label={t('accounts.reason')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="internal_note" label={t('accounts.internalNote')}>
        <Input.TextArea maxLength={2000} rows={2} />
      </Form.Item>
    </FormDialog>
  )
}

function Days() {
  const t = useTexts()
  const form = Form.useFormInstance<Grant>()
  const days = Form.useWatch('change_days', form)
  const rules = [{ required: true, message: t('pieces.required') }]
  return (
    <>
      <Form.Item name="change_days" label={t('accounts.days')} extra={t('accounts.daysWhat')} rules={rules}>
        <InputNumber autoFocus precision={0} min={-3650} max={3650} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item>
        <Segmented
          aria-label={t('accounts.days')}
          value={days ?? 30}
          options={usual.map((value) => ({ value, label: `+${value}` }))}
          onChange={(value) => form.setFieldValue('change_days', value)}
        />
      </Form.Item>
    </>
  )
}
