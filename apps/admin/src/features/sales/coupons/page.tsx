import { useFormat } from '@lessor/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { Bulk } from './bulk.tsx'
import { CouponDialog } from './coupon-dialog.tsx'
import { couponLink } from './links.ts'
import { CouponState, couponStates } from './state.tsx'
import { useCouponWords } from './words.ts'

export default function CouponsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/coupons', { filters: ['query', 'state'], sort: '-created_at' })
  const { filters, any } = list
  const [chosen, setChosen] = useState<readonly string[]>([])
  const mayEdit = staffCan(useMe(), 'coupons.edit')
  // A new filter may hide what was chosen: what isn't seen isn't chosen.
  const filter = (name: 'query' | 'state', value: string | undefined) => {
    setChosen([])
    list.set(name, value)
  }
  const clear = () => {
    setChosen([])
    list.clear()
  }
  const actions = (
    <>
      <ExportButton of={list} />
      {mayEdit && <Add />}
    </>
  )
  return (
    <Page title={t('coupons.title')} actions={actions}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('coupons.search')}
          value={filters.query}
          onChange={(v) => filter('query', v)}
        />
        <ChoiceField
          label={t('coupons.state')}
          value={filters.state}
          options={couponStates.map((value) => ({ value, label: t(`coupons.states.${value}`) }))}
          onChange={(v) => filter('state', v)}
        />
        {chosen.length > 0 && <Bulk ids={chosen} onDone={() => setChosen([])} />}
      </FilterBar>
      <ListTable
        label={t('coupons.title')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={t(any ? 'coupons.emptyFound' : mayEdit ? 'coupons.empty' : 'pieces.nothingYet')}
        {...(mayEdit && { chosen, onChoose: setChosen })}
      />
    </Page>
  )
}

function Add() {
  const t = useTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('coupons.add')}
      </Button>
      {isOpen && <CouponDialog coupon="new" onClose={() => setOpen(false)} />}
    </>
  )
}

function useColumns(): ListColumn<'/api/admin/coupons'>[] {
  const t = useTexts()
  const format = useFormat()
  const words = useCouponWords()
  return [
    {
      title: t('coupons.code'),
      key: 'code',
      sorter: true,
      render: (_, { id, code }) => <Link to={couponLink(id)}>{code}</Link>,
    },
    { title: t('coupons.worth'), key: 'worth', render: (_, one) => words.worth(one) },
    { title: t('coupons.state'), key: 'state', render: (_, { state }) => <CouponState of={state} /> },
    { title: t('coupons.uses'), key: 'used', sorter: true, render: (_, one) => words.uses(one) },
    { title: t('coupons.until'), key: 'until', render: (_, one) => words.dates(one) },
    { title: t('coupons.forWhat'), key: 'scope', render: (_, one) => words.scope(one) },
    { title: t('coupons.note'), dataIndex: 'note' },
    {
      title: t('coupons.created'),
      key: 'created_at',
      sorter: true,
      render: (_, one) => format.time(one.created_at),
    },
  ]
}
