import { answer, api, ApiFailure, ErrorLine } from '@lessor/ui'
import { useMutation } from '@tanstack/react-query'
import { Button, Form } from 'antd'
// The whole `Input` brings a text area that measures itself, not needed here.
import Input from 'antd/es/input/Input'
import Password from 'antd/es/input/Password'
import { useState } from 'react'
import { useTexts } from '../../../texts.ts'

interface Given {
  readonly username: string
  readonly password: string
  readonly totp?: string
}

interface SignInFormProps {
  /** Who was signed in before. */
  readonly username?: string
  readonly onDone: () => Promise<void>
}

/** Name and password; the second factor is required once the password was right. */
export function SignInForm({ username, onDone }: SignInFormProps) {
  const t = useTexts()
  const [asksTotp, setAsksTotp] = useState(false)
  const signIn = useMutation({
    mutationFn: (given: Given) => answer(api.POST('/api/admin/login', { body: given })),
    onSuccess: onDone,
    onError: (error) => wantsTotp(error) && setAsksTotp(true),
  })
  const rules = [{ required: true, message: t('signIn.required') }]
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ username }}
      onFinish={(given: Given) => signIn.mutate(given)}
    >
      <Form.Item name="username" label={t('signIn.username')} rules={rules}>
        <Input autoFocus disabled={username !== undefined} autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={rules}>
        <Password autoFocus={username !== undefined} autoComplete="current-password" size="large" />
      </Form.Item>
      {asksTotp && (
        <Form.Item name="totp" label={t('signIn.totp')} extra={t('signIn.totpWhat')} rules={rules}>
          <Input autoFocus autoComplete="one-time-code" size="large" />
        </Form.Item>
      )}
      {!wantsTotp(signIn.error) && <ErrorLine error={signIn.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  )
}

const wantsTotp = (error: unknown) => error instanceof ApiFailure && error.code === 'totp_required'
