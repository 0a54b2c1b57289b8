import type { FilterValue, ListItem } from '@lessor/contract'
import { answer, api, useFormat } from '@lessor/ui'
import { Badge, Button, Segmented } from 'antd'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { severities, SeverityMark } from '../../../pieces/severity.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { consoleLink } from './links.ts'
import { AlertTabs } from './tabs.tsx'

type Alert = ListItem<'/api/admin/alerts'>
type State = FilterValue<'/api/admin/alerts', 'state'>
const states = ['open', 'resolved', 'all'] as const satisfies readonly (State | 'all')[]

export default function AlertsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/alerts', {
    filters: ['state', 'severity'],
    sort: '-raised_at',
    // What is open is what the page is for: in the address bar stands only another choice.
    ask: ({ state = 'open', ...rest }) => (state === 'all' ? rest : { ...rest, state }),
    refetchMs: 10_000,
  })
  const { filters, set, clear, any } = list
  const { state = 'open', severity } = filters
  return (
    <Page title={t('alerts.title')} actions={<ExportButton of={list} />}>
      <AlertTabs />
      <FilterBar onClear={any && clear}>
        <Segmented
          aria-label={t('alerts.state')}
          value={state}
          onChange={(chosen) => set('state', chosen === 'open' ? undefined : chosen)}
          options={states.map((value) => ({ value, label: t(`alerts.states.${value}`) }))}
        />
        <ChoiceField
          label={t('alerts.severity')}
          value={severity}
          onChange={(v) => set('severity', v)}
          options={severities.map((value) => ({ value, label: t(`pieces.severities.${value}`) }))}
        />
      </FilterBar>
      <ListTable
        label={t('alerts.title')}
        list={list}
        rowKey="id"
        columns={useColumns(state === 'open')}
        empty={t(emptyText(state, severity))}
      />
    </Page>
  )
}

function emptyText(state: string, severity: string | undefined) {
  if (severity !== undefined || state === 'resolved') return 'alerts.emptyFound'
  return state === 'open' ? 'alerts.emptyOpen' : 'alerts.empty'
}

function useColumns(onlyOpen: boolean): ListColumn<'/api/admin/alerts'>[] {
  const t = useTexts()
  const format = useFormat()
  const mayManage = staffCan(useMe(), 'alerts.manage')
  return [
    {
      title: t('alerts.severity'),
      key: 'severity',
      render: (_, { severity }) => <SeverityMark of={severity} />,
    },
    {
      title: t('alerts.alert'),
      key: 'alert',
      className: 'said',
      render: (_, alert) => <Said alert={alert} />,
    },
    {
      title: t('alerts.state'),
      key: 'state',
      render: (_, { state }) => (
        <Badge status={state === 'open' ? 'error' : 'success'} text={t(`alerts.states.${state}`)} />
      ),
    },
    {
      title: t('alerts.since'),
      key: 'raised_at',
      sorter: true,
      render: (_, alert) => format.exact(alert.raised_at),
    },
    ...(onlyOpen ? [] : resolution(t, format)),
    ...(mayManage ? [{ title: t('pieces.actions'), key: 'act', render: resolveIn }] : []),
  ]
}

const resolveIn = (_: unknown, alert: Alert) => alert.state === 'open' && <ResolveButton alert={alert} />

/** When an alert ended, and who said so. */
const resolution = (t: ReturnType<typeof useTexts>, format: ReturnType<typeof useFormat>) => [
  {
    title: t('alerts.until'),
    key: 'until',
    render: (_: unknown, alert: Alert) => format.exact(alert.resolved_at),
  },
  {
    title: t('alerts.by'),
    key: 'by',
    render: (_: unknown, { resolved_by: name }: Alert) => (name === 'system' ? t('alerts.system') : name),
  },
]

/** What is wrong, and what to do about it where. */
function Said({ alert: { title, body, path } }: { readonly alert: Alert }) {
  const t = useTexts()
  return (
    <>
      <b>{title}</b>
      <p>{body}</p>
      {path !== null && <Link to={consoleLink(path)}>{t('alerts.see')}</Link>}
    </>
  )
}

function ResolveButton({ alert: { id, title } }: { readonly alert: Alert }) {
  const t = useTexts()
  const ask = useAsk()
  const resolve = useAct({
    act: () => answer(api.POST('/api/admin/alerts/{id}/resolve', { params: { path: { id } } })),
  })
  const question = {
    title: t('alerts.resolveAsk', { title }),
    what: t('alerts.resolveWhat'),
    yes: t('alerts.resolve'),
  }
  return <Button onClick={() => void ask(question, resolve, undefined)}>{t('alerts.resolve')}</Button>
}
