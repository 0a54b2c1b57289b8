import { readList } from '@lessor/ui'
import type { ListItem } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { staffCan, useMe } from '../../../me.ts'
import { useTexts } from '../../../texts.ts'

type Plan = ListItem<'/api/admin/plans'>

/** What a coupon is for; for who may see the catalogue. */
export function ScopeFields() {
  const t = useTexts()
  const maySee = staffCan(useMe(), 'catalog.read')
  const planText = usePlanText()
  const { data: products } = useQuery({
    queryKey: ['products to choose from'],
    queryFn: () => readList('/api/admin/products', { limit: 200 }),
    enabled: maySee,
  })
  const { data: plans } = useQuery({
    queryKey: ['plans to choose from'],
    queryFn: () => readList('/api/admin/plans', { limit: 200 }),
    enabled: maySee,
  })
  if (!maySee) return null
  return (
    <>
      <Form.Item name="product_ids" label={t('coupons.products')}>
        <Select
          mode="multiple"
          allowClear
          optionFilterProp="label"
          placeholder={t('coupons.everything')}
          options={products?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
      </Form.Item>
      <Form.Item name="plan_ids" label={t('coupons.plans')} extra={t('coupons.scopeWhat')}>
        <Select
          mode="multiple"
          allowClear
          optionFilterProp="label"
          placeholder={t('coupons.everything')}
          options={plans?.items.map((plan) => ({ value: plan.id, label: planText(plan) })) ?? []}
        />
      </Form.Item>
    </>
  )
}

/** A plan in a line: its product, level, term and price. */
function usePlanText() {
  const t = useTexts()
  return ({ product_name: product, level, cycle, days, price }: Plan) => {
    const term = cycle === 'days' ? t('coupons.forDays', { count: days ?? 0 }) : t(`coupons.cycles.${cycle}`)
    return [product, level !== null && t('coupons.level', { level }), term, `¥ ${price}`]
      .filter(Boolean)
      .join(' · ')
  }
}
