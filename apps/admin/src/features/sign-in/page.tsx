import './page.css'
import { answer, api, ApiFailure, ErrorLine, LanguageSwitch, ThemeSwitch, useBrand } from '@lessor/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Form } from 'antd'
// The whole `Input` brings a text area that measures itself, which nobody signs in with.
import Input from 'antd/es/input/Input'
import Password from 'antd/es/input/Password'
import { useEffect, useState } from 'react'
import { useTexts } from '../../texts.ts'

interface Given {
  readonly username: string
  readonly password: string
  readonly totp?: string
}

/** Name and password; the second factor is asked for once the password was right. */
export default function SignInPage() {
  const t = useTexts()
  const { name: brand } = useBrand()
  const title = t('signIn.title', { brand })
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main className="sign-in">
      <div className="tile">
        <h1>{title}</h1>
        <SignInForm />
      </div>
      <Flex justify="center" style={{ marginBlockStart: 12 }}>
        <LanguageSwitch />
        <ThemeSwitch />
      </Flex>
    </main>
  )
}

function SignInForm() {
  const t = useTexts()
  const queries = useQueryClient()
  const [asksTotp, setAsksTotp] = useState(false)
  const signIn = useMutation({
    mutationFn: (given: Given) => answer(api.POST('/api/admin/login', { body: given })),
    onSuccess: () => queries.resetQueries(),
    onError: (error) => wantsTotp(error) && setAsksTotp(true),
  })
  const rules = [{ required: true, message: t('signIn.required') }]
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(given: Given) => signIn.mutate(given)}>
      <Form.Item name="username" label={t('signIn.username')} rules={rules}>
        <Input autoFocus autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={rules}>
        <Password autoComplete="current-password" size="large" />
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
