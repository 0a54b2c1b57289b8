import { answer, api, keysOf } from '@lessor/ui'
import { Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { DaysField } from '../../pieces/days-field.tsx'
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
      <DaysField name="change_days" label={t('accounts.days')} what={t('accounts.daysWhat')} />
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
