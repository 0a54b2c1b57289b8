import { answer, api, useFormat } from '@lessor/ui'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { GroupDialog } from './group-dialog.tsx'
import { productsOf } from './links.ts'
import { useCategories, type Group } from './queries.ts'
import { RemoveButton } from './remove-button.tsx'
import { StateFilter, StateMark } from './state.tsx'
import { CatalogTabs } from './tabs.tsx'

const useGroupList = () =>
  useApiList('/api/admin/product-groups', { filters: ['query', 'category_id', 'active'], sort: 'position' })

/** Products that stand together. */
export default function GroupsPage() {
  const t = useTexts()
  const list = useGroupList()
  const { filters, any } = list
  const [changing, setChanging] = useState<Group | 'new'>()
  const mayEdit = staffCan(useMe(), 'catalog.edit')
  const actions = (
    <>
      <ExportButton of={list} />
      {mayEdit && (
        <Button type="primary" onClick={() => setChanging('new')}>
          {t('catalog.addGroup')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('catalog.groups')} actions={actions}>
      <CatalogTabs />
      <Filters list={list} />
      <ListTable
        label={t('catalog.groups')}
        list={list}
        rowKey="id"
        columns={useColumns(mayEdit, setChanging)}
        empty={t(any ? 'catalog.emptyFound' : mayEdit ? 'catalog.emptyGroups' : 'pieces.nothingYet')}
      />
      {changing && (
        <GroupDialog
          group={changing}
          categoryId={filters.category_id}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Page>
  )
}

function Filters({ list }: { readonly list: ReturnType<typeof useGroupList> }) {
  const t = useTexts()
  const { filters, set, clear, any } = list
  const { data: categories = [] } = useCategories()
  return (
    <FilterBar onClear={any && clear}>
      <SearchField
        first
        label={t('catalog.search')}
        value={filters.query}
        onChange={(v) => set('query', v)}
      />
      <ChoiceField
        label={t('catalog.category')}
        value={filters.category_id}
        onChange={(v) => set('category_id', v)}
        options={categories.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <StateFilter value={filters.active} onChange={(v) => set('active', v)} />
    </FilterBar>
  )
}

function useColumns(
  mayEdit: boolean,
  onChange: (one: Group) => void,
): ListColumn<'/api/admin/product-groups'>[] {
  const t = useTexts()
  const format = useFormat()
  const act: ListColumn<'/api/admin/product-groups'> = {
    title: t('pieces.actions'),
    key: 'act',
    render: (_, one) => <Actions group={one} onChange={() => onChange(one)} />,
  }
  return [
    {
      title: t('catalog.name'),
      key: 'name',
      sorter: true,
      render: (_, { id, name }) => <Link to={productsOf(id)}>{name}</Link>,
    },
    { title: t('catalog.category'), key: 'category', dataIndex: 'category_name' },
    { title: t('catalog.position'), key: 'position', dataIndex: 'position', sorter: true },
    { title: t('catalog.state'), key: 'active', render: (_, one) => <StateMark active={one.active} /> },
    {
      title: t('catalog.updated'),
      key: 'updated_at',
      sorter: true,
      render: (_, one) => format.time(one.updated_at),
    },
    ...(mayEdit ? [act] : []),
  ]
}

function Actions({
  group: { id, name },
  onChange,
}: {
  readonly group: Group
  readonly onChange: () => void
}) {
  const t = useTexts()
  const params = { path: { id } }
  return (
    <Flex className="acts" gap={8}>
      <Button size="small" onClick={onChange}>
        {t('catalog.change')}
      </Button>
      <RemoveButton
        size="small"
        name={name}
        what={t('catalog.removeShelfWhat')}
        act={(signal) => answer(api.DELETE('/api/admin/product-groups/{id}', { params, signal }))}
      />
    </Flex>
  )
}
