import { useFormat } from '@lessor/ui'
import type { ListItem } from '@lessor/contract'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { AccountLink } from '../../people/logs/account-link.tsx'
import { StopDialog } from './stop-dialog.tsx'

type Renewal = ListItem<'/api/admin/renewals'>

/** Leases that renew by themselves, and how that went. */
export default function RenewalsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/renewals', {
    filters: ['username', 'auto', 'failed', 'account_id'],
    sort: '-created_at',
  })
  const [stopping, setStopping] = useState<Renewal>()
  const { filters, set, clear, any } = list
  const choice = (yes: string, no: string) => [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ]
  return (
    <Page title={t('renewals.title')} actions={<ExportButton of={list} />}>
      <Typography.Paragraph type="secondary">{t('renewals.what')}</Typography.Paragraph>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('accounts.username')}
          value={filters.username}
          onChange={(v) => set('username', v)}
        />
        <ChoiceField
          label={t('renewals.auto')}
          value={filters.auto}
          options={choice(t('renewals.on'), t('renewals.off'))}
          onChange={(v) => set('auto', v)}
        />
        <ChoiceField
          label={t('renewals.last')}
          value={filters.failed}
          options={choice(t('renewals.lastFailed'), t('renewals.lastFine'))}
          onChange={(v) => set('failed', v)}
        />
        {filters.account_id && <Typography.Text>{t('logs.oneAccount')}</Typography.Text>}
      </FilterBar>
      <ListTable
        label={t('renewals.title')}
        list={list}
        rowKey="id"
        columns={useColumns(setStopping)}
        empty={any ? t('renewals.emptyFound') : t('renewals.empty')}
      />
      {stopping && <StopDialog renewal={stopping} onClose={() => setStopping(undefined)} />}
    </Page>
  )
}

function useColumns(stop: (renewal: Renewal) => void): ListColumn<'/api/admin/renewals'>[] {
  const t = useTexts()
  const format = useFormat()
  const mayStop = staffCan(useMe(), 'orders.cancel')
  const time = (at: string | null) => (at ? format.time(at) : '')
  const act: ListColumn<'/api/admin/renewals'> = {
    title: t('pieces.actions'),
    key: 'act',
    render: (_, one) =>
      one.auto && (
        <Button size="small" danger onClick={() => stop(one)}>
          {t('renewals.stop')}
        </Button>
      ),
  }
  return [
    {
      title: t('renewals.account'),
      key: 'username',
      render: (_, one) => <AccountLink id={one.account_id} name={one.username} />,
    },
    { title: t('renewals.plan'), key: 'product', render: (_, one) => whatOf(one) },
    { title: t('renewals.expires'), key: 'expires_at', render: (_, one) => time(one.expires_at) },
    {
      title: t('renewals.auto'),
      key: 'auto',
      render: (_, { auto }) => t(auto ? 'renewals.on' : 'renewals.off'),
    },
    {
      title: t('renewals.last'),
      key: 'problem',
      render: (_, { problem, tried_at: at }) =>
        problem ? (
          <Typography.Text type="danger">{t(`renewals.problems.${problem}`)}</Typography.Text>
        ) : (
          time(at)
        ),
    },
    { title: t('renewals.tries'), dataIndex: 'tries' },
    { title: t('renewals.next'), key: 'next_try_at', render: (_, one) => time(one.next_try_at) },
    ...(mayStop ? [act] : []),
  ]
}

const whatOf = ({ product, level }: Renewal) => (level === null ? product : `${product} ${level}`)
