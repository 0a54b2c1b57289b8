import { answer, api, keysOf } from '@lessor/ui'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { DaysField } from '../../pieces/days-field.tsx'
import { FormDialog } from '../../pieces/form-dialog.tsx'
import { useTexts } from '../../texts.ts'

interface Recharge {
  readonly change_days: number
  readonly reason: string
  readonly internal_note: string
}

interface RechargeDialogProps {
  readonly user: { readonly id: string; readonly username: string }
  readonly onClose: () => void
}

/** Adds days, or takes some back. Pressed twice, or tried again after a lost answer, it counts once. */
export function RechargeDialog({ user, onClose }: RechargeDialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const recharge = (body: Recharge) => {
    const params = { path: { id: user.id } }
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(api.POST('/api/admin/users/{id}/recharge', { params, headers, body }))
  }
  return (
    <FormDialog<Recharge, unknown>
      title={t('users.rechargeTitle', { name: user.username })}
      yes={t('users.recharge')}
      initial={{ change_days: 30, reason: '', internal_note: '' }}
      act={recharge}
      onClose={onClose}
    >
      <DaysField name="change_days" label={t('users.days')} what={t('users.daysWhat')} />
      <Form.Item name="reason" label={t('users.reason')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="internal_note" label={t('users.internalNote')}>
        <Input.TextArea maxLength={2000} rows={2} />
      </Form.Item>
    </FormDialog>
  )
}
