import { answer, api } from '@lessor/ui'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { Field, Form } from '../../pieces/form.tsx'
import { useTexts } from '../../texts.ts'
import { Door } from './door.tsx'

/** Asks for the code that was mailed to an address, or for another one; then back to signing in. */
export default function VerifyPage() {
  const t = useTexts()
  const go = useNavigate()
  const { state } = useLocation() as { state: { login?: string } | null }
  const login = state?.login
  return (
    <Door title={t('door.verify')} links={[{ to: paths.lease, text: t('door.signIn') }]}>
      <p>{t('door.verifyWhat')}</p>
      <Form
        submit={t('door.verify')}
        act={({ login: name = '', code = '' }) =>
          answer(api.POST('/api/auth/email/verify', { body: { login: name, code } }))
        }
        after={() => void go(paths.lease)}
      >
        <Field name="login" label={t('door.login')} defaultValue={login} autoComplete="username" required />
        <Field name="code" label={t('door.code')} inputMode="numeric" autoComplete="one-time-code" required />
      </Form>
      <details>
        <summary>{t('door.noMail')}</summary>
        <Form
          submit={t('door.mailAgain')}
          act={({ login: name = '' }) =>
            answer(api.POST('/api/auth/email/verify-request', { body: { login: name } }))
          }
          done={() => t('door.mailed')}
        >
          <Field name="login" label={t('door.login')} defaultValue={login} autoComplete="username" required />
        </Form>
      </details>
    </Door>
  )
}
