import { answer, api, useFormat } from '@lessor/ui'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { CategoryDialog } from './category-dialog.tsx'
import { groupsOf } from './links.ts'
import type { Category } from './queries.ts'
import { RemoveButton } from './remove-button.tsx'
import { StateFilter, StateMark } from './state.tsx'
import { CatalogTabs } from './tabs.tsx'

/** The shop's first level. */
export default function CategoriesPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/categories', { filters: ['query', 'active'], sort: 'position' })
  const { filters, set, clear, any } = list
  const [changing, setChanging] = useState<Category | 'new'>()
  const mayEdit = staffCan(useMe(), 'catalog.edit')
  const actions = (
    <>
      <ExportButton of={list} />
      {mayEdit && (
        <Button type="primary" onClick={() => setChanging('new')}>
          {t('catalog.addCategory')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('catalog.categories')} actions={actions}>
      <CatalogTabs />
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('catalog.search')}
          value={filters.query}
          onChange={(v) => set('query', v)}
        />
        <StateFilter value={filters.active} onChange={(v) => set('active', v)} />
      </FilterBar>
      <ListTable
        label={t('catalog.categories')}
        list={list}
        rowKey="id"
        columns={useColumns(mayEdit, setChanging)}
        empty={t(any ? 'catalog.emptyFound' : mayEdit ? 'catalog.emptyCategories' : 'pieces.nothingYet')}
      />
      {changing && <CategoryDialog category={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  )
}

function useColumns(
  mayEdit: boolean,
  onChange: (one: Category) => void,
): ListColumn<'/api/admin/categories'>[] {
  const t = useTexts()
  const format = useFormat()
  const act: ListColumn<'/api/admin/categories'> = {
    title: t('pieces.actions'),
    key: 'act',
    render: (_, one) => <Actions category={one} onChange={() => onChange(one)} />,
  }
  return [
    {
      title: t('catalog.name'),
      key: 'name',
      sorter: true,
      render: (_, { id, name }) => <Link to={groupsOf(id)}>{name}</Link>,
    },
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

interface ActionsProps {
  readonly category: Category
  readonly onChange: () => void
}

function Actions({ category: { id, name }, onChange }: ActionsProps) {
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
        act={(signal) => answer(api.DELETE('/api/admin/categories/{id}', { params, signal }))}
      />
    </Flex>
  )
}
