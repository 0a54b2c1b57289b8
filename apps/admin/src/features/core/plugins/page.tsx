import { Button, Typography } from 'antd'
import { Link, useNavigate } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { useFormat } from '@lessor/ui'
import { FilesCard } from './files-card.tsx'
import { interfacesOf, newPluginPath, pluginLink } from './links.ts'
import { kinds, origins, useRead } from './queries.ts'

export default function PluginsPage() {
  const t = useTexts()
  const go = useNavigate()
  const list = useApiList('/api/admin/plugins', { filters: ['query', 'kind', 'origin'], sort: 'plugin' })
  const { filters, set, clear, any } = list
  const mayEdit = staffCan(useMe(), 'plugins.edit')
  const actions = (
    <>
      <ExportButton of={list} />
      {mayEdit && (
        <Button type="primary" onClick={() => void go(newPluginPath)}>
          {t('plugins.add')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('plugins.title')} actions={actions}>
      <Typography.Paragraph type="secondary">{t('plugins.what')}</Typography.Paragraph>
      <FilesCard mayScan={mayEdit} />
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('plugins.search')}
          value={filters.query}
          onChange={(v) => set('query', v)}
        />
        <ChoiceField
          label={t('plugins.kind')}
          value={filters.kind}
          onChange={(v) => set('kind', v)}
          options={kinds.map((value) => ({ value, label: t(`plugins.kinds.${value}`) }))}
        />
        <ChoiceField
          label={t('plugins.origin')}
          value={filters.origin}
          onChange={(v) => set('origin', v)}
          options={origins.map((value) => ({ value, label: t(`plugins.origins.${value}`) }))}
        />
      </FilterBar>
      <ListTable
        label={t('plugins.title')}
        list={list}
        rowKey="plugin"
        columns={useColumns()}
        empty={t(any ? 'plugins.emptyFound' : mayEdit ? 'plugins.empty' : 'pieces.nothingYet')}
      />
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/plugins'>[] {
  const t = useTexts()
  const read = useRead()
  const format = useFormat()
  return [
    { title: t('plugins.name'), key: 'name', render: (_, one) => <Link to={pluginLink(one.plugin)}>{read(one.name)}</Link> },
    { title: t('plugins.id'), dataIndex: 'plugin', key: 'plugin', sorter: true },
    { title: t('plugins.kind'), key: 'kind', sorter: true, render: (_, one) => t(`plugins.kinds.${one.kind}`) },
    { title: t('plugins.version'), dataIndex: 'version' },
    { title: t('plugins.origin'), key: 'origin', render: (_, one) => t(`plugins.origins.${one.origin}`) },
    {
      title: t('plugins.interfaces.title'),
      key: 'interfaces',
      render: (_, one) => <Link to={interfacesOf(one.plugin)}>{format.number(one.interfaces)}</Link>,
    },
    { title: t('plugins.since'), key: 'created_at', sorter: true, render: (_, one) => format.time(one.created_at) },
  ] // prettier-ignore
}
