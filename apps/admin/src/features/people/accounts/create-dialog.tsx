import { answer, api, keysOf } from '@lessor/ui'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { accountLink } from './links.ts'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { NewPassword } from '../../../pieces/new-password.tsx'
import { useTexts } from '../../../texts.ts'

type Given = Partial<Record<'username' | 'display_name' | 'email' | 'password' | 'note', string>>

const create = (key: string, given: Given, signal: AbortSignal) => {
  const body = Object.fromEntries(Object.entries(given).filter(([, text]) => text))
  return answer(api.POST('/api/admin/accounts', { headers: { 'idempotency-key': key }, body, signal }))
}

/** A new account; leads to its page. Sent again after a lost answer, it makes one. */
export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const go = useNavigate()
  const [keyOf] = useState(keysOf)
  return (
    <FormDialog<Given, { readonly id: string }>
      title={t('accounts.create')}
      yes={t('accounts.create')}
      act={(given, signal) => create(keyOf(given), given, signal)}
      after={({ id }) => go(accountLink(id))}
      onClose={onClose}
    >
      <Form.Item name="username" label={t('accounts.username')} extra={t('accounts.usernameWhat')}>
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="display_name" label={t('accounts.displayName')}>
        <Input autoComplete="off" />
      </Form.Item>
      <NewPassword
        name="password"
        label={t('accounts.passwordField')}
        what={t('accounts.passwordMaybe')}
        optional
      />
      <Form.Item name="email" label={t('accounts.email')} extra={t('accounts.emailWhat')}>
        <Input autoComplete="off" inputMode="email" />
      </Form.Item>
      <Form.Item name="note" label={t('accounts.noteHidden')}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </FormDialog>
  )
}
