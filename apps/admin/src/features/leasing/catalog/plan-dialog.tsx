import { planCycles, pricePerMonth, type PlanCycle } from '@lessor/kit'
import { answer, api } from '@lessor/ui'
import { Form, Select, Switch } from 'antd'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { isMoney, MoneyField } from '../../../pieces/money-field.tsx'
import { plain, useWholeRules, wholeOf, WholeField, WholeInput } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'
import type { Plan, Product } from './queries.ts'
import { PositionField } from './shelf-fields.tsx'
import { ActiveField } from './state.tsx'
import { usePlanWords } from './words.ts'

interface Fields {
  readonly cycle: PlanCycle
  readonly days?: number
  readonly level?: number | ''
  readonly count?: number
  readonly price: string
  readonly setup_fee: string
  readonly keeps_price: boolean
  readonly position: number
  readonly active: boolean
}

interface PlanDialogProps {
  readonly product: Product
  readonly plan: Plan | 'new'
  readonly onClose: () => void
}

const initialOf = (plan: Plan | 'new', { kind }: Product): Partial<Fields> => {
  if (plan !== 'new') {
    const { days, level, count, ...rest } = plan
    return { ...rest, ...(days && { days }), ...(level && { level }), ...(count && { count }) }
  }
  const usual = { setup_fee: '0.00', keeps_price: false, position: 0, active: true }
  return kind === 'codes' ? { ...usual, cycle: 'days', days: 30, level: 1 } : { ...usual, cycle: 'monthly' }
}

/** Fields that this term doesn't have, or that were left empty, are null. */
const bodyOf = ({ days, level, count, ...rest }: Fields) => ({
  ...rest,
  days: days ?? null,
  level: typeof level === 'number' ? level : null,
  count: count ?? null,
})

export function PlanDialog({ product, plan, onClose }: PlanDialogProps) {
  const t = useTexts()
  const words = usePlanWords()
  const isNew = plan === 'new'
  const save = (fields: Fields, signal: AbortSignal) => {
    const body = bodyOf(fields)
    if (isNew)
      return answer(api.POST('/api/admin/plans', { body: { ...body, product_id: product.id }, signal }))
    return answer(api.PATCH('/api/admin/plans/{id}', { params: { path: { id: plan.id } }, body, signal }))
  }
  return (
    <FormDialog<Fields, unknown>
      title={isNew ? t('catalog.addPlan') : t('catalog.changeTitle', { name: words.term(plan) })}
      yes={t('pieces.save')}
      initial={initialOf(plan, product)}
      act={save}
      onClose={onClose}
    >
      <TermFields kind={product.kind} />
      <PriceField />
      <MoneyField name="setup_fee" label={t('catalog.setupFee')} what={t('catalog.setupFeeWhat')} />
      <Form.Item
        name="keeps_price"
        label={t('catalog.keepsPrice')}
        extra={t('catalog.keepsPriceWhat')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <PositionField />
      <ActiveField />
    </FormDialog>
  )
}

function TermFields({ kind }: Pick<Product, 'kind'>) {
  const t = useTexts()
  const cycle = Form.useWatch('cycle', Form.useFormInstance<Fields>())
  const cycles = kind === 'codes' ? (['days'] as const) : planCycles
  const options = cycles.map((value) => ({ value, label: t(`catalog.cycles.${value}`) }))
  return (
    <>
      <Form.Item name="cycle" label={t('catalog.cycle')}>
        <Select options={options} />
      </Form.Item>
      {cycle === 'days' && <WholeField name="days" label={t('catalog.days')} min={1} max={3650} />}
      {(kind === 'vip' || kind === 'codes') && (
        <WholeField name="level" label={t('catalog.level')} min={1} max={100} />
      )}
      {kind === 'relay' && <RankField />}
      {kind === 'codes' && <WholeField name="count" label={t('catalog.count')} min={1} max={100_000} />}
    </>
  )
}

/** What a relay's time ranks as; time of the higher one runs first. */
function RankField() {
  const t = useTexts()
  const rules = useWholeRules(1, 100, false)
  return (
    <Form.Item name="level" label={t('catalog.rank')} rules={rules} getValueFromEvent={wholeOf}>
      <WholeInput />
    </Form.Item>
  )
}

/** The price, and what a month comes to. */
function PriceField() {
  const t = useTexts()
  const form = Form.useFormInstance<Fields>()
  const price: unknown = Form.useWatch('price', form)
  const cycle = Form.useWatch('cycle', form)
  const days: unknown = Form.useWatch('days', form)
  const isTerm = cycle !== 'days' || (typeof days === 'number' && days >= 1 && days <= 3650)
  const term = { cycle, days: typeof days === 'number' ? days : null }
  const perMonth = cycle && isTerm && isMoney(price) ? pricePerMonth(plain(price), term) : undefined
  return (
    <MoneyField
      name="price"
      label={t('catalog.price')}
      what={perMonth === undefined ? t('catalog.priceWhat') : t('catalog.perMonthIs', { amount: perMonth })}
    />
  )
}
