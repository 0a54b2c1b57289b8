import { answer, api, zone } from '@lessor/ui'
import { Flex, Form, Input, Segmented, Switch } from 'antd'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { MoneyField } from '../../../pieces/money-field.tsx'
import { plain, useWholeRules, wholeOf, WholeInput } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'
import { bodyOf, initialOf, type Fields } from './form-values.ts'
import { ScopeFields } from './scope-fields.tsx'
import type { Coupon } from './state.tsx'

interface CouponDialogProps {
  readonly coupon: Coupon | 'new'
  readonly onClose: () => void
}

export function CouponDialog({ coupon, onClose }: CouponDialogProps) {
  const t = useTexts()
  const isNew = coupon === 'new'
  const save = (fields: Fields, signal: AbortSignal) => {
    const body = bodyOf(fields, coupon, zone)
    if (isNew) return answer(api.POST('/api/admin/coupons', { body, signal }))
    const params = { path: { id: coupon.id } }
    return answer(api.PATCH('/api/admin/coupons/{id}', { params, body, signal }))
  }
  return (
    <FormDialog<Fields, unknown>
      title={isNew ? t('coupons.add') : t('coupons.changeTitle', { code: coupon.code })}
      yes={t('pieces.save')}
      initial={initialOf(coupon, zone)}
      act={save}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label={t('coupons.code')}
        extra={t('coupons.codeWhat')}
        rules={[{ required: true, whitespace: true, message: t('pieces.required') }]}
      >
        <Input autoFocus={isNew} autoComplete="off" maxLength={40} />
      </Form.Item>
      <WorthFields />
      <LimitFields />
      <Form.Item
        name="first_order_only"
        label={t('coupons.firstOnly')}
        extra={t('coupons.firstOnlyWhat')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <ScopeFields />
      <Form.Item name="note" label={t('coupons.note')}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name="active" label={t('coupons.active')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDialog>
  )
}

const percentForm = /^(100(\.00?)?|[1-9]\d?(\.\d{1,2})?|0\.(0[1-9]|[1-9]\d?))$/

/** So many percent, or an amount. */
function WorthFields() {
  const t = useTexts()
  const kind = Form.useWatch('kind', Form.useFormInstance<Fields>())
  const kinds = (['percent', 'amount'] as const).map((value) => ({
    value,
    label: t(`coupons.worths.${value}`),
  }))
  const rules = [
    { required: true, message: t('pieces.required') },
    { pattern: percentForm, message: t('coupons.percentWrong') },
  ]
  return (
    <>
      <Form.Item name="kind" label={t('coupons.worth')}>
        <Segmented options={kinds} />
      </Form.Item>
      {kind === 'amount' ? (
        <MoneyField name="amount" label={t('coupons.amount')} what={t('coupons.amountWhat')} />
      ) : (
        <Form.Item
          name="percent"
          label={t('coupons.percent')}
          extra={t('coupons.percentWhat')}
          rules={rules}
          normalize={plain}
          validateFirst
        >
          <Input autoComplete="off" inputMode="decimal" suffix="%" />
        </Form.Item>
      )}
    </>
  )
}

/** When, and how often. */
function LimitFields() {
  const t = useTexts()
  return (
    <>
      <Flex gap={16} wrap>
        <DayField name="starts_at" label={t('coupons.startsAt')} what={t('coupons.startsWhat')} />
        <DayField name="ends_at" label={t('coupons.endsAt')} what={t('coupons.endsWhat')} />
      </Flex>
      <Flex gap={16} wrap>
        <LimitField name="max_uses" label={t('coupons.maxUses')} />
        <LimitField name="per_account" label={t('coupons.perAccount')} />
      </Flex>
    </>
  )
}

interface OptionalProps {
  readonly name: keyof Fields
  readonly label: string
}

const half = { flex: '1 1 180px' } as const

const DayField = ({ what, ...item }: OptionalProps & { readonly what: string }) => (
  <Form.Item {...item} extra={what} style={half}>
    <Input type="date" />
  </Form.Item>
)

function LimitField(item: OptionalProps) {
  const t = useTexts()
  const rules = useWholeRules(1, 1_000_000_000, false)
  return (
    <Form.Item {...item} extra={t('coupons.usesWhat')} rules={rules} getValueFromEvent={wholeOf} style={half}>
      <WholeInput />
    </Form.Item>
  )
}
