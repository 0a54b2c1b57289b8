import { useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { Typography, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../me.ts'
import { paths } from '../../paths.ts'
import { ListTable, useList } from '../../pieces/list.tsx'
import { Page } from '../../pieces/page.tsx'
import { loadOnline } from '../../queries.ts'
import { useTexts } from '../../texts.ts'
import { EndButton } from '../accounts/devices.tsx'

type OnlineUser = components['schemas']['OnlineUser']

export default function OnlinePage() {
  const t = useTexts()
  const format = useFormat()
  const [total, setTotal] = useState<number>()
  const list = useList({
    key: ['online'],
    refetchMs: 5_000,
    load: async (page) => {
      const online = await loadOnline({}, page)
      setTotal(online.total)
      return online
    },
  })
  return (
    <Page title={t('online.title')}>
      <Typography.Paragraph type="secondary" aria-live="polite">
        {total !== undefined && t('online.total', { count: format.number(total) })}
      </Typography.Paragraph>
      <ListTable
        label={t('online.title')}
        list={list}
        rowKey="session_id"
        columns={useColumns()}
        empty={t('online.empty')}
      />
    </Page>
  )
}

function useColumns(): TableColumnsType<OnlineUser> {
  const t = useTexts()
  const format = useFormat()
  const mayEnd = staffCan(useMe(), 'sessions.end')
  return [
    {
      title: t('accounts.username'),
      key: 'username',
      render: (_, device) => <Link to={paths.account(device.account_id)}>{device.username}</Link>,
    },
    { title: t('accounts.device'), dataIndex: 'hardware_code' },
    { title: t('accounts.version'), dataIndex: 'software_version' },
    { title: t('accounts.ip'), dataIndex: 'ip' },
    { title: t('online.since'), key: 'since', render: (_, device) => format.time(device.created_at) },
    { title: t('accounts.seen'), key: 'seen', render: (_, device) => format.exact(device.last_activity_at) },
    { title: '', key: 'end', render: (_, device) => mayEnd && <EndButton sessionId={device.session_id} /> },
  ]
}
