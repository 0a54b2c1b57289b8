import { answer, api } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { useTexts } from '../../../texts.ts'
import { PasswordDialog, RoleDialog } from './dialogs.tsx'

type Member = components['schemas']['Staff']

/** What an owner may do to a staff member; the server keeps the last owner. */
export function MemberActions({ member }: { readonly member: Member }) {
  const t = useTexts()
  const ask = useAsk()
  const [dialog, setDialog] = useState<'role' | 'password'>()
  const { username: name } = member
  const params = { path: { id: member.id } }
  const setDisabled = useAct({
    act: (disabled: boolean) => answer(api.PATCH('/api/admin/staff/{id}', { params, body: { disabled } })),
  })
  const totpOff = useAct({ act: () => answer(api.DELETE('/api/admin/staff/{id}/totp', { params })) })
  const disable = {
    title: t('staff.disableAsk', { name }),
    what: t('staff.disableWhat'),
    yes: t('accounts.disable'),
  }
  const noTotp = {
    title: t('staff.totpOffAsk', { name }),
    what: t('staff.totpOffWhat'),
    yes: t('staff.totpOff'),
  }
  return (
    <Flex className="acts" gap={8}>
      <Button size="small" onClick={() => setDialog('role')}>
        {t('staff.change')}
      </Button>
      <Button size="small" onClick={() => setDialog('password')}>
        {t('staff.reset')}
      </Button>
      {member.totp_enabled && (
        <Button size="small" onClick={() => ask(noTotp, totpOff, undefined)}>
          {t('staff.totpOff')}
        </Button>
      )}
      {member.disabled ? (
        <Button size="small" onClick={() => setDisabled.mutate(false)}>
          {t('accounts.enable')}
        </Button>
      ) : (
        <Button size="small" onClick={() => ask(disable, setDisabled, true)}>
          {t('accounts.disable')}
        </Button>
      )}
      {dialog === 'role' && <RoleDialog member={member} onClose={() => setDialog(undefined)} />}
      {dialog === 'password' && <PasswordDialog member={member} onClose={() => setDialog(undefined)} />}
    </Flex>
  )
}
