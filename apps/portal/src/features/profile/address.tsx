import { answer, api } from '@lessor/ui'
import { useMe } from '../../me.ts'
import { Field, Form } from '../../pieces/form.tsx'
import { Card } from '../../pieces/page.tsx'
import { useTexts } from '../../texts.ts'

/** The address, and the code that verifies it. */
export function Address() {
  const t = useTexts()
  const { email, email_verified: isVerified } = useMe()
  return (
    <Card title={t('profile.email')}>
      {email !== null && <p className="quiet">{t(isVerified ? 'profile.verified' : 'profile.unverified')}</p>}
      {email !== null && !isVerified && <Verify />}
      <Form
        submit={t('profile.save')}
        act={({ email: given = '' }) =>
          answer(api.PATCH('/api/users/me', { body: { email: given.trim() || null } }))
        }
        done={() => t('profile.saved')}
      >
        <Field
          name="email"
          type="email"
          label={t('door.email')}
          hint={t('door.emailHint')}
          defaultValue={email ?? ''}
          autoComplete="email"
        />
      </Form>
    </Card>
  )
}

function Verify() {
  const t = useTexts()
  const { username: login } = useMe()
  return (
    <>
      <Form
        submit={t('door.verify')}
        act={({ code = '' }) => answer(api.POST('/api/auth/email/verify', { body: { login, code } }))}
      >
        <Field name="code" label={t('door.code')} inputMode="numeric" autoComplete="one-time-code" required />
      </Form>
      <Form
        submit={t('door.mailAgain')}
        act={() => answer(api.POST('/api/auth/email/verify-request', { body: { login } }))}
        done={() => t('door.mailed')}
      >
        {null}
      </Form>
    </>
  )
}
