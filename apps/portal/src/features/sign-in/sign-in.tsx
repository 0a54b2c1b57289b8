import { answer, api, ApiFailure, setSessionEnded } from '@lessor/ui'
import { useState } from 'react'
import { useLocation, useNavigate, type NavigateFunction } from 'react-router'
import { paths } from '../../paths.ts'
import { useHasShop } from '../shop/use-shop.ts'
import { Field, Form, type Fields } from '../../pieces/form.tsx'
import { useTexts } from '../../texts.ts'
import { Door } from './door.tsx'

/** Signs this browser in; the customer's devices stay where they are. */
export async function signIn(username: string, password: string) {
  const signedIn = await answer(api.POST('/api/portal/login', { body: { username, password } }))
  setSessionEnded(false)
  return signedIn
}

/** An address that has to be verified first leads there; any other refusal is shown where it happened. */
export function orVerify(go: NavigateFunction, login: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof ApiFailure) || error.code !== 'email_unverified') throw error
    void go(paths.verify, { state: { login } })
  }
}

export function SignInPage() {
  const t = useTexts()
  const go = useNavigate()
  const { pathname, search } = useLocation()
  const [username, setUsername] = useState('')
  const enter = ({ username: name = '', password = '' }: Fields) =>
    signIn(name, password).catch(orVerify(go, name))
  const hasShop = useHasShop()
  const links = [
    ...(hasShop ? [{ to: paths.shop, text: t('menu.shop') }] : []),
    // Who wants to buy something comes back to it.
    { to: paths.register, text: t('door.register'), back: pathname + search },
    { to: paths.reset, text: t('door.forgot') },
  ]
  return (
    <Door title={t('door.signIn')} links={links}>
      <Form submit={t('door.signIn')} act={enter}>
        <Field
          name="username"
          label={t('door.login')}
          autoComplete="username"
          autoCapitalize="none"
          value={username}
          onChange={(event) => setUsername(event.target.value)}
          required
        />
        <Field
          name="password"
          type="password"
          label={t('door.password')}
          autoComplete="current-password"
          required
        />
      </Form>
    </Door>
  )
}
