import { useFormat } from '@lessor/ui'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { newProductPath, productLink } from './links.ts'
import { kinds, useGroups } from './queries.ts'
import { StateFilter, StateMark } from './state.tsx'
import { CatalogTabs } from './tabs.tsx'

const useProducts = () =>
  useApiList('/api/admin/products', { filters: ['query', 'kind', 'group_id', 'active'], sort: 'position' })

export default function ProductsPage() {
  const t = useTexts()
  const go = useNavigate()
  const list = useProducts()
  const mayEdit = staffCan(useMe(), 'catalog.edit')
  const actions = (
    <>
      <ExportButton of={list} />
      {mayEdit && (
        <Button type="primary" onClick={() => void go(newProductPath)}>
          {t('catalog.add')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('catalog.title')} actions={actions}>
      <CatalogTabs />
      <Filters list={list} />
      <ListTable
        label={t('catalog.title')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={t('catalog.emptyFound')}
      />
    </Page>
  )
}

function Filters({ list }: { readonly list: ReturnType<typeof useProducts> }) {
  const t = useTexts()
  const { filters, set, clear, any } = list
  const { data: groups = [] } = useGroups()
  return (
    <FilterBar onClear={any && clear}>
      <SearchField
        first
        label={t('catalog.search')}
        value={filters.query}
        onChange={(v) => set('query', v)}
      />
      <ChoiceField
        label={t('catalog.kind')}
        value={filters.kind}
        onChange={(v) => set('kind', v)}
        options={kinds.map((value) => ({ value, label: t(`catalog.kinds.${value}`) }))}
      />
      <ChoiceField
        label={t('catalog.group')}
        value={filters.group_id}
        onChange={(v) => set('group_id', v)}
        options={groups.map(({ id, name, category_name: of }) => ({ value: id, label: `${of} · ${name}` }))}
      />
      <StateFilter value={filters.active} onChange={(v) => set('active', v)} />
    </FilterBar>
  )
}

function useColumns(): ListColumn<'/api/admin/products'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    {
      title: t('catalog.name'),
      key: 'name',
      sorter: true,
      render: (_, { id, name }) => <Link to={productLink(id)}>{name}</Link>,
    },
    { title: t('catalog.kind'), key: 'kind', render: (_, { kind }) => t(`catalog.kinds.${kind}`) },
    {
      title: t('catalog.group'),
      key: 'group',
      render: (_, { group_name: group, category_name: category }) =>
        group === null ? t('catalog.noGroup') : `${category} · ${group}`,
    },
    { title: t('catalog.plans'), key: 'plans', render: (_, { plans }) => format.number(plans) },
    {
      title: t('catalog.stock'),
      key: 'stock',
      render: (_, { stock }) => (stock === null ? t('catalog.endless') : format.number(stock)),
    },
    { title: t('catalog.position'), key: 'position', dataIndex: 'position', sorter: true },
    { title: t('catalog.state'), key: 'active', render: (_, one) => <StateMark active={one.active} /> },
    {
      title: t('catalog.updated'),
      key: 'updated_at',
      sorter: true,
      render: (_, one) => format.time(one.updated_at),
    },
  ]
}
