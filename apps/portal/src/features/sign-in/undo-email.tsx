import { answer, api, queries } from '@lessor/ui'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { paths } from '../../paths.ts'
import { Field, Form } from '../../pieces/form.tsx'
import { useTexts } from '../../texts.ts'
import { Door } from './door.tsx'

/** Undoes a change of address with the link that was mailed to the old one: its token stands behind the #. */
export default function UndoEmailPage() {
  const t = useTexts()
  const token = useLocation().hash.slice(1)
  const isWhole = /^[\w-]{43}$/.test(token)
  const [isDone, setDone] = useState(false)
  const leave = () => {
    setDone(true)
    // It has ended this browser's session too: the user starts over.
    void queries.resetQueries()
  }
  return (
    <Door title={t('door.undoEmail')} links={[{ to: paths.lease, text: t('door.signIn') }]}>
      {isDone && <p role="status">{t('door.undone')}</p>}
      {!isDone && !isWhole && <p role="alert">{t('door.undoIncomplete')}</p>}
      {!isDone && isWhole && (
        <>
          <p>{t('door.undoWhat')}</p>
          <Form
            submit={t('door.undoNow')}
            act={({ password = '' }) =>
              answer(api.POST('/api/auth/email/undo', { body: { token, password } }))
            }
            after={leave}
          >
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
      )}
    </Door>
  )
}
