import { useFormat } from '@lessor/ui'
import { Badge, Button, Typography } from 'antd'
import { Link, useNavigate } from 'react-router'
import { staffCan, useMe } from '../../../../me.ts'
import { ExportButton } from '../../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../../pieces/list.tsx'
import { Page } from '../../../../pieces/page.tsx'
import { useApiList } from '../../../../pieces/use-list.ts'
import { useTexts } from '../../../../texts.ts'
import { interfaceLink, newInterfaceOf, newInterfacePath, pluginLink } from '../links.ts'
import { kinds, usePlugins, useRead } from '../queries.ts'
import { Health } from './health.tsx'

const useInterfaces = () =>
  useApiList('/api/admin/interfaces', { filters: ['query', 'plugin', 'kind', 'enabled'], sort: 'name' })

export default function InterfacesPage() {
  const t = useTexts()
  const go = useNavigate()
  const list = useInterfaces()
  const { filters, any } = list
  const mayEdit = staffCan(useMe(), 'plugins.edit')
  const add = filters.plugin ? newInterfaceOf(filters.plugin) : newInterfacePath
  const actions = (
    <>
      <ExportButton of={list} />
      {mayEdit && (
        <Button type="primary" onClick={() => void go(add)}>
          {t('plugins.interfaces.add')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('plugins.interfaces.title')} actions={actions}>
      <Typography.Paragraph type="secondary">{t('plugins.interfaces.what')}</Typography.Paragraph>
      <Filters list={list} />
      <ListTable
        label={t('plugins.interfaces.title')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={t(
          any ? 'plugins.interfaces.emptyFound' : mayEdit ? 'plugins.interfaces.empty' : 'pieces.nothingYet',
        )}
      />
    </Page>
  )
}

function Filters({ list }: { readonly list: ReturnType<typeof useInterfaces> }) {
  const t = useTexts()
  const { filters, set, clear, any } = list
  return (
    <FilterBar onClear={any && clear}>
      <SearchField
        first
        label={t('plugins.interfaces.search')}
        value={filters.query}
        onChange={(v) => set('query', v)}
      />
      <PluginFilter value={filters.plugin} onChange={(v) => set('plugin', v)} />
      <ChoiceField
        label={t('plugins.kind')}
        value={filters.kind}
        onChange={(v) => set('kind', v)}
        options={kinds.map((value) => ({ value, label: t(`plugins.kinds.${value}`) }))}
      />
      <ChoiceField
        label={t('plugins.interfaces.state')}
        value={filters.enabled}
        onChange={(v) => set('enabled', v)}
        options={[
          { value: 'true', label: t('plugins.interfaces.enabled') },
          { value: 'false', label: t('plugins.interfaces.disabled') },
        ]}
      />
    </FilterBar>
  )
}

interface PluginFilterProps {
  readonly value: string | undefined
  readonly onChange: (plugin: string | undefined) => void
}

function PluginFilter({ value, onChange }: PluginFilterProps) {
  const t = useTexts()
  const read = useRead()
  const { data = [] } = usePlugins()
  const options = data.map(({ plugin, name }) => ({ value: plugin, label: read(name) }))
  return <ChoiceField label={t('plugins.plugin')} value={value} onChange={onChange} options={options} />
}

function useColumns(): ListColumn<'/api/admin/interfaces'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    {
      title: t('plugins.interfaces.name'),
      key: 'name',
      sorter: true,
      render: (_, one) => <Link to={interfaceLink(one.id)}>{one.name}</Link>,
    },
    {
      title: t('plugins.plugin'),
      key: 'plugin',
      sorter: true,
      render: (_, one) => <Link to={pluginLink(one.plugin)}>{one.plugin}</Link>,
    },
    { title: t('plugins.kind'), key: 'kind', render: (_, one) => t(`plugins.kinds.${one.kind}`) },
    {
      title: t('plugins.interfaces.state'),
      key: 'enabled',
      render: (_, { enabled }) => (
        <Badge
          status={enabled ? 'success' : 'default'}
          text={t(enabled ? 'plugins.interfaces.enabled' : 'plugins.interfaces.disabled')}
        />
      ),
    },
    {
      title: t('plugins.interfaces.health'),
      key: 'checked_at',
      sorter: true,
      render: (_, one) => <Health of={one} />,
    },
    {
      title: t('plugins.interfaces.created'),
      key: 'created_at',
      sorter: true,
      render: (_, one) => format.time(one.created_at),
    },
  ]
}
