import { answer, api } from '@lessor/ui'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { Field, Form, type Fields } from '../../pieces/form.tsx'
import { useTexts } from '../../texts.ts'
import { Door } from './door.tsx'
import { orVerify, signIn } from './sign-in.tsx'

export default function RegisterPage() {
  const t = useTexts()
  const go = useNavigate()
  const { state } = useLocation() as { readonly state: { readonly back?: string } | null }
  const register = async ({ username = '', password = '', email = '' }: Fields) => {
    const body = { username, password, ...(email !== '' && { email }) }
    await answer(api.POST('/api/auth/register', { body }))
    const enter = () => {
      if (state?.back && state.back !== paths.lease) return go(state.back)
      // The code that was mailed is typed there.
      return email === '' ? undefined : go(paths.profile)
    }
    await signIn(username, password).then(enter, orVerify(go, username))
  }
  return (
    <Door title={t('door.register')} links={[{ to: paths.lease, text: t('door.signIn') }]}>
      <Form submit={t('door.register')} act={register}>
        <Field
          name="username"
          label={t('door.username')}
          hint={t('door.usernameHint')}
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <Field
          name="password"
          type="password"
          label={t('door.password')}
          hint={t('door.passwordHint')}
          autoComplete="new-password"
          required
        />
        <Field
          name="email"
          type="email"
          label={t('door.email')}
          hint={t('door.emailOptional')}
          autoComplete="email"
        />
      </Form>
    </Door>
  )
}
