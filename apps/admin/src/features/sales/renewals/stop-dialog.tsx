import { answer, api } from '@lessor/ui'
import type { ListItem } from '@lessor/contract'
import { Form, Input, Typography } from 'antd'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'

interface StopDialogProps {
  readonly renewal: ListItem<'/api/admin/renewals'>
  readonly onClose: () => void
}

/** Switches an automatic renewal off, with a reason that stays in the audit log. */
export function StopDialog({ renewal, onClose }: StopDialogProps) {
  const t = useTexts()
  const stop = (body: { readonly reason: string }, signal: AbortSignal) => {
    const params = { path: { id: renewal.id } }
    return answer(api.POST('/api/admin/renewals/{id}/stop', { params, body, signal }))
  }
  return (
    <FormDialog<{ readonly reason: string }, unknown>
      title={t('renewals.stopTitle', { name: renewal.username })}
      yes={t('renewals.stop')}
      initial={{ reason: '' }}
      act={stop}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('renewals.stopWhat')}</Typography.Paragraph>
      <Form.Item
        name="reason"
        label={t('renewals.reason')}
        rules={[{ required: true, whitespace: true, message: t('pieces.required') }]}
      >
        <Input autoFocus maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
