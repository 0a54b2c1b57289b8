import { answer, api, keysOf } from '@lessor/ui'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { DaysField } from '../../../pieces/days-field.tsx'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'
import { NameField } from './name-field.tsx'

interface NewUser {
  readonly username: string
  readonly note: string
  readonly days: number
}

const create = (key: string, body: NewUser, signal: AbortSignal) =>
  answer(api.POST('/api/admin/users', { headers: { 'idempotency-key': key }, body, signal }))
export type Made = Awaited<ReturnType<typeof create>>

interface CreateDialogProps {
  readonly onMade: (made: Made) => void
  readonly onClose: () => void
}

/** A new user with first days and a link. Sent again after a lost answer, it makes one user. */
export function CreateDialog({ onMade, onClose }: CreateDialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  return (
    <FormDialog<NewUser, Made>
      title={t('users.create')}
      yes={t('users.create')}
      initial={{ username: '', note: '', days: 30 }}
      act={(body, signal) => create(keyOf(body), body, signal)}
      after={onMade}
      onClose={onClose}
    >
      <NameField />
      <DaysField
        name="days"
        label={t('users.firstDays')}
        what={t('users.firstDaysWhat')}
        min={0}
        first={false}
      />
      <Form.Item name="note" label={t('users.note')}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </FormDialog>
  )
}
