import { answer, api, fieldProblems } from '@lessor/ui'
import { useState } from 'react'
import { useMe } from '../../me.ts'
import { Field, Form, type Fields } from '../../pieces/form.tsx'
import { Card } from '../../pieces/page.tsx'
import { useTexts } from '../../texts.ts'

/** The address, the one that waits to take its place, and the code that verifies it. */
export function Address() {
  const t = useTexts()
  const { email, email_verified: isVerified, pending_email: pending } = useMe()
  const waiting = pending ?? (isVerified ? null : email)
  return (
    <Card title={t('profile.email')}>
      {email !== null && isVerified && <p className="quiet">{t('profile.verified', { email })}</p>}
      {pending !== null && <p className="quiet">{t('profile.pending', { email: pending })}</p>}
      {waiting !== null && <Verify email={waiting} />}
      {waiting === null ? (
        <ChangeAddress />
      ) : (
        <details>
          <summary>{t('profile.changeEmail')}</summary>
          <ChangeAddress />
        </details>
      )}
    </Card>
  )
}

function ChangeAddress() {
  const t = useTexts()
  const { email, email_verified: isVerified } = useMe()
  // Just after signing in, an unverified address is changed without the password; the server knows for how long.
  const [isAsked, setAsked] = useState(false)
  const change = ({ email: given = '', old_password: old }: Fields) => {
    const body = { email: given.trim() || null, ...(old !== undefined && { old_password: old }) }
    return answer(api.PATCH('/api/users/me', { body })).catch((error: unknown) => {
      if ('old_password' in fieldProblems(error, ['old_password'])) setAsked(true)
      throw error
    })
  }
  return (
    <Form
      submit={t('profile.changeEmail')}
      act={change}
      later={['old_password']}
      done={({ pending_email: pending, email: now, email_verified: isVerified }) => {
        const waiting = pending ?? (isVerified ? null : now)
        return waiting === null ? t('profile.saved') : t('door.codeSent', { email: waiting })
      }}
    >
      <Field
        name="email"
        type="email"
        label={t('door.email')}
        hint={t(email === null ? 'door.emailHint' : 'profile.emailHint')}
        defaultValue={email ?? ''}
        autoComplete="email"
        required={email === null}
      />
      {(isVerified || isAsked) && (
        <Field
          name="old_password"
          type="password"
          label={t('profile.oldPassword')}
          autoComplete="current-password"
          autoFocus={isAsked}
          required
        />
      )}
    </Form>
  )
}

function Verify({ email }: { readonly email: string }) {
  const t = useTexts()
  const { username: login } = useMe()
  return (
    <>
      <p>{t('door.codeSent', { email })}</p>
      <Form
        submit={t('door.verify')}
        act={({ code = '' }) => answer(api.POST('/api/auth/email/verify', { body: { login, code } }))}
      >
        <Field name="code" label={t('door.code')} inputMode="numeric" autoComplete="one-time-code" required />
      </Form>
      <details>
        <summary>{t('door.noMail')}</summary>
        <Form
          submit={t('door.mailAgain')}
          act={() => answer(api.POST('/api/auth/email/verify-request', { body: { login } }))}
          done={() => t('door.codeSent', { email })}
        >
          {null}
        </Form>
      </details>
    </>
  )
}
