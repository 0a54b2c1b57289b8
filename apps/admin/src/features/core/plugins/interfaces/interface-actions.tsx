import { answer, api } from '@lessor/ui'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import { useAct, useAsk } from '../../../../pieces/act.tsx'
import { useTexts } from '../../../../texts.ts'
import { interfacesPath } from '../links.ts'
import type { WholeInterface } from '../queries.ts'
import type { Edit } from './use-edit.ts'

interface InterfaceActionsProps {
  readonly now: WholeInterface
  readonly toggle: Edit['toggle']
}

/** Check, enable or disable, delete. */
export function InterfaceActions({ now, toggle }: InterfaceActionsProps) {
  const t = useTexts()
  const go = useNavigate()
  const ask = useAsk()
  const { message, notification } = App.useApp()
  const params = { path: { id: now.id } }
  const check = useAct({
    act: () => answer(api.POST('/api/admin/interfaces/{id}/check', { params })),
    says: null,
    after: ({ ok, reason }) =>
      ok
        ? void message.success(t('plugins.interfaces.fine'))
        : notification.error({ title: t('plugins.interfaces.sick'), description: reason, duration: 0 }),
  })
  const remove = useAct({
    act: (_: void, signal) => answer(api.DELETE('/api/admin/interfaces/{id}', { params, signal })),
    after: () => go(interfacesPath, { replace: true }),
  })
  const removing = {
    title: t('plugins.interfaces.removeAsk', { name: now.name }),
    what: t('plugins.interfaces.removeWhat'),
    yes: t('plugins.interfaces.remove'),
    final: true,
  }
  const disabling = {
    title: t('plugins.interfaces.disableAsk', { name: now.name }),
    what: t('plugins.interfaces.disableWhat'),
    yes: t('plugins.interfaces.disable'),
  }
  return (
    <>
      <Button loading={check.isPending} onClick={() => check.mutate(undefined)}>
        {t('plugins.interfaces.check')}
      </Button>
      {now.enabled ? (
        <Button key="disable" onClick={() => ask(disabling, toggle, false)}>
          {t('plugins.interfaces.disable')}
        </Button>
      ) : (
        <Button key="enable" loading={toggle.isPending} onClick={() => toggle.mutate(true)}>
          {t('plugins.interfaces.enable')}
        </Button>
      )}
      <Button danger onClick={() => ask(removing, remove, undefined)}>
        {t('plugins.interfaces.remove')}
      </Button>
    </>
  )
}
