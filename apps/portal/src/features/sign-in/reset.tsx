import { answer, api } from '@lessor/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { Field, Form } from '../../pieces/form.tsx'
import { useTexts } from '../../texts.ts'
import { Door } from './door.tsx'

/** Mails a code, then sets a new password with it. It says the same whether or not there is such an account. */
export default function ResetPage() {
  const t = useTexts()
  const [login, setLogin] = useState<string>()
  return (
    <Door title={t('door.forgot')} links={[{ to: paths.lease, text: t('door.signIn') }]}>
      {login === undefined ? <WantCode onMailed={setLogin} /> : <NewPassword login={login} />}
    </Door>
  )
}

function WantCode({ onMailed }: { readonly onMailed: (login: string) => void }) {
  const t = useTexts()
  return (
    <Form
      submit={t('door.mailCode')}
      act={({ login = '' }) => answer(api.POST('/api/auth/password/forgot', { body: { login } }))}
      after={(_, { login = '' }) => onMailed(login)}
    >
      <Field name="login" label={t('door.login')} autoComplete="username" autoCapitalize="none" required />
    </Form>
  )
}

function NewPassword({ login }: { readonly login: string }) {
  const t = useTexts()
  const go = useNavigate()
  return (
    <>
      <p role="status">{t('door.mailed')}</p>
      <Form
        submit={t('door.setPassword')}
        act={({ code = '', password = '' }) =>
          answer(api.POST('/api/auth/password/reset', { body: { login, code, password } }))
        }
        after={() => void go(paths.lease)}
      >
        <Field name="code" label={t('door.code')} inputMode="numeric" autoComplete="one-time-code" required />
        <Field
          name="password"
          type="password"
          label={t('door.newPassword')}
          hint={t('door.passwordHint')}
          autoComplete="new-password"
          required
        />
      </Form>
    </>
  )
}
