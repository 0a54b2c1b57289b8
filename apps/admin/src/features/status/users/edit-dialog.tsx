import { answer, api } from '@lessor/ui'
import { Form, Input } from 'antd'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'
import { NameField } from './name-field.tsx'
import type { User } from './user-columns.tsx'

interface Edited {
  readonly username: string
  readonly note: string
}

/** Another name or note of a user. */
export function EditDialog({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const t = useTexts()
  const { username, note } = user
  const params = { path: { id: user.id } }
  return (
    <FormDialog<Edited, unknown>
      title={t('users.editTitle', { name: username })}
      yes={t('pieces.save')}
      initial={{ username, note }}
      act={(body, signal) => answer(api.PATCH('/api/admin/users/{id}', { params, body, signal }))}
      onClose={onClose}
    >
      <NameField except={user.id} />
      <Form.Item name="note" label={t('users.note')}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}
