import { answer, api } from '@lessor/ui'
import { Button, Card, Flex, Form, Input } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { NewPassword } from '../../../pieces/new-password.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useMe } from '../../../me.ts'
import { useTexts } from '../../../texts.ts'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'

interface Passwords {
  readonly old_password: string
  readonly new_password: string
}

export default function ProfilePage() {
  const t = useTexts()
  const me = useMe()
  const [changing, setChanging] = useState(false)
  return (
    <Page title={t('profile.title')}>
      <Flex vertical gap={16} style={{ maxWidth: 640 }}>
        <Card title={me.username} extra={t(`layout.role.${me.role}`)}>
          <Button onClick={() => setChanging(true)}>{t('profile.password')}</Button>
        </Card>
        <SecondFactor />
        <Sessions />
      </Flex>
      {changing && <OwnPasswordDialog onClose={() => setChanging(false)} />}
    </Page>
  )
}

function OwnPasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  return (
    <FormDialog<Passwords, unknown>
      title={t('profile.password')}
      yes={t('profile.password')}
      act={(body, signal) => answer(api.POST('/api/admin/me/password', { body, signal }))}
      onClose={onClose}
    >
      <Form.Item
        name="old_password"
        label={t('profile.old')}
        rules={[{ required: true, message: t('pieces.required') }]}
      >
        <Input.Password autoFocus autoComplete="current-password" />
      </Form.Item>
      <NewPassword name="new_password" label={t('profile.new')} what={t('profile.newWhat')} />
    </FormDialog>
  )
}
