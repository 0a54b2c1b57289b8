import { answer, api, readList } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { NewPassword } from '../../../pieces/new-password.tsx'
import { useTexts } from '../../../texts.ts'
import { GrantDialog } from './grant-dialog.tsx'
import { nameOf, type Account } from './page.tsx'
import { StatusLink } from '../../status/users/status-link.tsx'

type Change = { readonly disabled: boolean } | { readonly password: string }

const change = (id: string, body: Change, signal: AbortSignal) =>
  answer(api.PATCH('/api/admin/accounts/{id}', { params: { path: { id } }, body, signal }))

/** What may be done to an account. */
export function AccountActions({ account }: { readonly account: Account }) {
  const t = useTexts()
  const me = useMe()
  const ask = useAsk()
  const [dialog, setDialog] = useState<'grant' | 'password'>()
  const setDisabled = useAct({ act: (disabled: boolean, signal) => change(account.id, { disabled }, signal) })
  const close = () => setDialog(undefined)
  const name = nameOf(account)
  const disable = () =>
    ask(
      {
        title: t('accounts.disableAsk', { name }),
        what: t('accounts.disableWhat'),
        yes: t('accounts.disable'),
      },
      setDisabled,
      true,
    )
  return (
    <>
      {staffCan(me, 'leases.grant') && (
        <Button type="primary" onClick={() => setDialog('grant')}>
          {t('accounts.grant')}
        </Button>
      )}
      {staffCan(me, 'status.write') && <Link account={account} />}
      {staffCan(me, 'accounts.write') && (
        <>
          <Button onClick={() => setDialog('password')}>{t('accounts.password')}</Button>
          {account.disabled ? (
            // A button of its own: the same one would keep its spinner for the next words.
            <Button key="enable" loading={setDisabled.isPending} onClick={() => setDisabled.mutate(false)}>
              {t('accounts.enable')}
            </Button>
          ) : (
            <Button key="disable" onClick={disable}>
              {t('accounts.disable')}
            </Button>
          )}
        </>
      )}
      {dialog === 'grant' && <GrantDialog account={account} onClose={close} />}
      {dialog === 'password' && <PasswordDialog account={account} onClose={close} />}
    </>
  )
}

/** The link of the account, which the Status family knows. */
function Link({ account }: { readonly account: Account }) {
  const { data } = useQuery({
    queryKey: ['user', account.id],
    queryFn: () => readList('/api/admin/users', { query: account.id, limit: 1 }),
  })
  const user = data?.items[0]
  return user && <StatusLink user={user} />
}

function PasswordDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const t = useTexts()
  return (
    <FormDialog<{ password: string }, unknown>
      title={t('accounts.passwordTitle', { name: nameOf(account) })}
      yes={t('accounts.password')}
      act={(given, signal) => change(account.id, given, signal)}
      onClose={onClose}
    >
      <NewPassword
        name="password"
        label={t('accounts.newPassword')}
        what={t(account.has_username ? 'accounts.passwordWhat' : 'accounts.passwordNames')}
        first
      />
    </FormDialog>
  )
}
