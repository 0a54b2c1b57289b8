import { queries, setSessionEnded } from '@lessor/ui'
import { useEffect, useRef } from 'react'
import { useMe } from '../../me.ts'
import { Field, Form } from '../../pieces/form.tsx'
import { useTexts } from '../../texts.ts'
import { signIn } from './sign-in.tsx'

/** Over the page whose session ended: signing in again keeps what was typed. */
export function SignInAgain() {
  const t = useTexts()
  const { username } = useMe()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const leave = () => {
    setSessionEnded(false)
    void queries.resetQueries()
  }
  return (
    // The only ways on are signing in or leaving.
    <dialog ref={dialog} aria-labelledby="again" onCancel={(event) => event.preventDefault()}>
      <h2 id="again">{t('door.again')}</h2>
      <p>{t('door.againWhat')}</p>
      <Form submit={t('door.signIn')} act={({ password = '' }) => signIn(username, password)}>
        <Field name="username" label={t('door.username')} autoComplete="username" value={username} disabled />
        <Field
          name="password"
          type="password"
          label={t('door.password')}
          autoComplete="current-password"
          autoFocus
          required
        />
      </Form>
      <p className="links">
        <button type="button" className="plain" onClick={leave}>
          {t('door.leave')}
        </button>
      </p>
    </dialog>
  )
}
