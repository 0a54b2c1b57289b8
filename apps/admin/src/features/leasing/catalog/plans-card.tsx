import { answer, api } from '@lessor/ui'
import { Button, Card, Flex } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { useList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { PlanDialog } from './plan-dialog.tsx'
import type { Plan, Product } from './queries.ts'
import { RemoveButton } from './remove-button.tsx'
import { StateMark } from './state.tsx'
import { usePlanWords } from './words.ts'

/** For how long and for how much a product is sold. */
export function PlansCard({ product }: { readonly product: Product }) {
  const t = useTexts()
  const mayEdit = staffCan(useMe(), 'catalog.edit')
  const [changing, setChanging] = useState<Plan | 'new'>()
  const list = useList('/api/admin/plans', { product_id: product.id })
  return (
    <Card
      title={<h2 className="section">{t('catalog.plans')}</h2>}
      extra={mayEdit && <Button onClick={() => setChanging('new')}>{t('catalog.addPlan')}</Button>}
    >
      <ListTable
        label={t('catalog.plans')}
        list={list}
        rowKey="id"
        columns={useColumns(product, mayEdit, setChanging)}
        empty={t('catalog.noPlans')}
      />
      {changing && <PlanDialog product={product} plan={changing} onClose={() => setChanging(undefined)} />}
    </Card>
  )
}

function useColumns(
  product: Product,
  mayEdit: boolean,
  onChange: (one: Plan) => void,
): ListColumn<'/api/admin/plans'>[] {
  const t = useTexts()
  const words = usePlanWords()
  const act: ListColumn<'/api/admin/plans'> = {
    title: t('pieces.actions'),
    key: 'act',
    render: (_, one) => <Actions plan={one} onChange={() => onChange(one)} />,
  }
  return [
    { title: t('catalog.cycle'), key: 'cycle', render: (_, one) => words.term(one) },
    ...(product.kind === 'server' ? [] : [{ title: t('catalog.level'), key: 'level', dataIndex: 'level' }]),
    ...(product.kind === 'codes' ? [{ title: t('catalog.count'), key: 'count', dataIndex: 'count' }] : []),
    { title: t('catalog.price'), key: 'price', render: (_, { price }) => `¥ ${price}` },
    { title: t('catalog.perMonth'), key: 'per_month', render: (_, one) => `¥ ${one.price_per_month}` },
    { title: t('catalog.setupFee'), key: 'setup_fee', render: (_, { setup_fee: fee }) => `¥ ${fee}` },
    {
      title: t('catalog.keepsPrice'),
      key: 'keeps_price',
      render: (_, one) => t(one.keeps_price ? 'catalog.yes' : 'catalog.no'),
    },
    { title: t('catalog.state'), key: 'active', render: (_, one) => <StateMark active={one.active} /> },
    ...(mayEdit ? [act] : []),
  ]
}

function Actions({ plan, onChange }: { readonly plan: Plan; readonly onChange: () => void }) {
  const t = useTexts()
  const words = usePlanWords()
  const params = { path: { id: plan.id } }
  return (
    <Flex className="acts" gap={8}>
      <Button size="small" onClick={onChange}>
        {t('catalog.change')}
      </Button>
      <RemoveButton
        size="small"
        name={words.term(plan)}
        what={t('catalog.removePlanWhat')}
        act={(signal) => answer(api.DELETE('/api/admin/plans/{id}', { params, signal }))}
      />
    </Flex>
  )
}
