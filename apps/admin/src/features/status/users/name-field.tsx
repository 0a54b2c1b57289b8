import { readList } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useDeferredValue } from 'react'
import { useTexts } from '../../../texts.ts'

/** A user's name; says when somebody has it already, which is no mistake. */
export function NameField({ except }: { readonly except?: string }) {
  const t = useTexts()
  const form = Form.useFormInstance<{ username: string }>()
  const typed = Form.useWatch('username', form)
  const name = useDeferredValue(typed?.trim() ?? '')
  const { data } = useQuery({
    queryKey: ['users-of-name', name],
    queryFn: () => readList('/api/admin/users', { name, limit: 3 }),
    enabled: name !== '',
  })
  const others = name === '' ? [] : (data?.items ?? []).filter(({ id }) => id !== except)
  const notes = others.flatMap(({ note }) => (note === '' ? [] : [note.slice(0, 40)])).join(' / ')
  const warning = others.length > 0 && {
    validateStatus: 'warning' as const,
    extra: <span role="status">{t(notes ? 'users.sameNameNotes' : 'users.sameName', { notes })}</span>,
  }
  return (
    <Form.Item
      name="username"
      label={t('users.username')}
      rules={[{ required: true, message: t('pieces.required') }]}
      {...warning}
    >
      <Input autoFocus autoComplete="off" />
    </Form.Item>
  )
}
