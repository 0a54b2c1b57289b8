import { answer, api } from '@lessor/ui'
import { Form, Input } from 'antd'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'
import type { Account } from './page.tsx'

interface Facts {
  readonly username?: string
  readonly display_name: string
  readonly email: string
  readonly note: string
}

/** Another name, address or note of an account; a sign-in name where there is none yet. */
export function FactsDialog({
  account,
  onClose,
}: {
  readonly account: Account
  readonly onClose: () => void
}) {
  const t = useTexts()
  const { display_name: name, email, pending_email: pending, note, has_username: hasUsername } = account
  const initial = { username: '', display_name: name ?? '', email: pending ?? email ?? '', note }
  const params = { path: { id: account.id } }
  const save = (given: Facts, signal: AbortSignal) => {
    const body = {
      ...(given.username && { username: given.username }),
      // What stays isn't sent: it would count as a change.
      ...(given.display_name !== initial.display_name && { display_name: given.display_name || null }),
      ...(given.email !== initial.email && { email: given.email || null }),
      ...(given.note !== initial.note && { note: given.note }),
    }
    return answer(api.PATCH('/api/admin/accounts/{id}', { params, body, signal }))
  }
  return (
    <FormDialog<Facts, unknown>
      title={t('accounts.editTitle', { name: name ?? account.username })}
      yes={t('pieces.save')}
      initial={initial}
      act={save}
      onClose={onClose}
    >
      <Form.Item name="display_name" label={t('accounts.displayName')}>
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      {!hasUsername && (
        <Form.Item name="username" label={t('accounts.username')} extra={t('accounts.usernameOnce')}>
          <Input autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="email" label={t('accounts.email')} extra={t('accounts.emailWhat')}>
        <Input autoComplete="off" inputMode="email" />
      </Form.Item>
      <Form.Item name="note" label={t('accounts.noteHidden')}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}
