import { answer, api } from '@lessor/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useMe } from '../../me.ts'
import { paths } from '../../paths.ts'
import { Field, Form } from '../../pieces/form.tsx'
import { Card, Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { LanguageSwitch, ThemeChoice } from '../../pieces/switches.tsx'
import { useTexts } from '../../texts.ts'
import { Address } from './address.tsx'

export default function ProfilePage() {
  const t = useTexts()
  const { username, display_name: name } = useMe()
  return (
    <Page title={t('profile.title')}>
      <Card title={username}>
        <Form
          submit={t('profile.save')}
          act={({ display_name: given = '' }) =>
            answer(api.PATCH('/api/users/me', { body: { display_name: given.trim() || null } }))
          }
          done={() => t('profile.saved')}
        >
          <Field name="display_name" label={t('profile.name')} defaultValue={name ?? ''} />
        </Form>
      </Card>
      <Address />
      <Card title={t('profile.password')}>
        <NewPassword />
      </Card>
      <Card title={t('profile.look')}>
        <p className="links">
          <LanguageSwitch /> <ThemeChoice />
        </p>
      </Card>
      <SignOut />
    </Page>
  )
}

function NewPassword() {
  const t = useTexts()
  return (
    <Form
      submit={t('profile.changePassword')}
      act={({ old_password = '', password = '' }) =>
        answer(api.PATCH('/api/users/me', { body: { old_password, password } }))
      }
      done={() => t('profile.passwordChanged')}
    >
      <Field
        name="old_password"
        type="password"
        label={t('profile.oldPassword')}
        autoComplete="current-password"
        required
      />
      <Field
        name="password"
        type="password"
        label={t('door.newPassword')}
        hint={t('profile.passwordHint')}
        autoComplete="new-password"
        required
      />
    </Form>
  )
}

function SignOut() {
  const t = useTexts()
  const go = useNavigate()
  const queries = useQueryClient()
  const leave = useMutation({
    mutationFn: () => answer(api.POST('/api/auth/logout')),
    onSuccess: async () => {
      await go(paths.lease)
      await queries.resetQueries()
    },
  })
  return (
    <>
      <Problem error={leave.error} />
      <button type="button" className="plain" disabled={leave.isPending} onClick={() => leave.mutate()}>
        {t('profile.signOut')}
      </button>
    </>
  )
}
