import { answer, api, useFormat } from '@lessor/ui'
import { App, Button, Card } from 'antd'
import { staffCan, useMe } from '../../../me.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { useList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'

const end = (sessionId: string) =>
  answer(api.DELETE('/api/admin/online-users/{session_id}', { params: { path: { session_id: sessionId } } }))

/** The account's devices that are online; each, or all of them, can be signed out. */
export function Devices({ accountId, name }: { readonly accountId: string; readonly name: string }) {
  const t = useTexts()
  const ask = useAsk()
  const { message } = App.useApp()
  const mayEnd = staffCan(useMe(), 'sessions.end')
  const list = useList('/api/admin/online-users', { account_id: accountId }, { refetchMs: 10_000 })
  const endAll = useAct({
    act: () =>
      answer(api.DELETE('/api/admin/accounts/{id}/sessions', { params: { path: { id: accountId } } })),
    // Not awaited: the notice closes by itself.
    after: ({ ended }) => void message.info(t('accounts.ended', { count: ended })),
  })
  const askAll = () =>
    ask(
      {
        title: t('accounts.endAsk', { name }),
        what: t('accounts.endAllWhat'),
        yes: t('accounts.endSessions'),
      },
      endAll,
      undefined,
    )
  // Browsers at the portal aren't in this list, and end with the devices: the button is there without a device, too.
  const button = mayEnd && <Button onClick={askAll}>{t('accounts.endSessions')}</Button>
  return (
    <Card title={t('accounts.devices')} extra={button}>
      <ListTable
        label={t('accounts.devices')}
        list={list}
        rowKey="session_id"
        columns={useColumns(mayEnd)}
        empty={t('accounts.devicesEmpty')}
      />
    </Card>
  )
}

function useColumns(mayEnd: boolean): ListColumn<'/api/admin/online-users'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    { title: t('accounts.device'), dataIndex: 'hardware_code' },
    { title: t('accounts.version'), dataIndex: 'software_version' },
    { title: t('accounts.ip'), dataIndex: 'ip' },
    { title: t('accounts.seen'), key: 'seen', render: (_, device) => format.time(device.last_activity_at) },
    {
      title: t('pieces.actions'),
      key: 'end',
      render: (_, device) => mayEnd && <EndButton sessionId={device.session_id} />,
    },
  ]
}

/** Signs one device out, after a confirmation. */
export function EndButton({ sessionId }: { readonly sessionId: string }) {
  const t = useTexts()
  const ask = useAsk()
  const act = useAct({ act: () => end(sessionId) })
  const question = { title: t('accounts.endOneAsk'), what: t('accounts.endWhat'), yes: t('accounts.end') }
  return (
    <Button size="small" onClick={() => ask(question, act, undefined)}>
      {t('accounts.end')}
    </Button>
  )
}
