import { ErrorLine } from '@lessor/ui'
import { Button, Form, Input, Select, type FormInstance } from 'antd'
import { useFieldProblems } from '../../../pieces/field-problems.ts'
import { MoneyField } from '../../../pieces/money-field.tsx'
import { useWholeRules, wholeOf, WholeField, WholeInput } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'
import type { Fields } from './form-values.ts'
import { OptionsField } from './options-field.tsx'
import { newKinds, refundPolicies, useGroups, useProviders, type Kind } from './queries.ts'
import { NameField, PositionField } from './shelf-fields.tsx'
import { SpecsField } from './specs-field.tsx'
import { ActiveField } from './state.tsx'

interface ProductFormProps {
  readonly form: FormInstance<Fields>
  readonly initial: Partial<Fields>
  /** Of one that is there: it keeps it. */
  readonly kind?: Kind
  readonly mayEdit: boolean
  readonly error: unknown
  readonly isPending: boolean
  readonly onSend: (fields: Fields) => void
}

export function ProductForm(props: ProductFormProps) {
  const { form, initial, kind, mayEdit, error, isPending, onSend } = props
  const t = useTexts()
  const { shown, onValuesChange } = useFieldProblems(form, error)
  const chosen = Form.useWatch('kind', form)
  return (
    <Form<Fields>
      form={form}
      name="product"
      layout="vertical"
      requiredMark={false}
      disabled={!mayEdit}
      initialValues={initial}
      onFinish={onSend}
      onValuesChange={onValuesChange}
    >
      {kind === undefined && <KindField />}
      <NameField />
      <GroupField />
      <Form.Item name="description" label={t('catalog.description')} extra={t('catalog.descriptionWhat')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} maxLength={10_000} />
      </Form.Item>
      <SpecsField />
      <OptionsField />
      {(kind ?? chosen) === 'server' && <ProviderField mayEdit={mayEdit} />}
      <StockField />
      <MoneyField name="cost" label={t('catalog.cost')} what={t('catalog.costWhat')} isOptional />
      <RefundFields />
      <PositionField />
      <ActiveField />
      <ErrorLine error={error} shown={shown} />
      {mayEdit && (
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('pieces.save')}
        </Button>
      )}
    </Form>
  )
}

function KindField() {
  const t = useTexts()
  const options = newKinds.map((value) => ({ value, label: t(`catalog.kinds.${value}`) }))
  return (
    <Form.Item name="kind" label={t('catalog.kind')} extra={t('catalog.kindWhat')}>
      <Select options={options} />
    </Form.Item>
  )
}

function GroupField() {
  const t = useTexts()
  const { data: groups = [] } = useGroups()
  const options = groups.map(({ id, name, category_name: of }) => ({ value: id, label: `${of} · ${name}` }))
  return (
    <Form.Item name="group_id" label={t('catalog.group')} extra={t('catalog.groupWhat')}>
      <Select
        allowClear
        placeholder={t('catalog.noGroup')}
        options={options}
        notFoundContent={t('catalog.emptyGroups')}
      />
    </Form.Item>
  )
}

function ProviderField({ mayEdit }: { readonly mayEdit: boolean }) {
  const t = useTexts()
  const { data: providers = [] } = useProviders(mayEdit)
  return (
    <Form.Item name="interface_id" label={t('catalog.provider')} extra={t('catalog.providerWhat')}>
      <Select
        allowClear
        placeholder={t('catalog.noProvider')}
        options={providers.map(({ id, name }) => ({ value: id, label: name }))}
        notFoundContent={t('catalog.noProviders')}
      />
    </Form.Item>
  )
}

function StockField() {
  const t = useTexts()
  return (
    <Form.Item
      name="stock"
      label={t('catalog.stock')}
      extra={t('catalog.stockWhat')}
      rules={useWholeRules(0, 1_000_000_000, false)}
      getValueFromEvent={wholeOf}
    >
      <WholeInput />
    </Form.Item>
  )
}

function RefundFields() {
  const t = useTexts()
  const policies = refundPolicies.map((value) => ({ value, label: t(`catalog.policies.${value}`) }))
  return (
    <>
      <Form.Item name="refund_policy" label={t('catalog.refunds')}>
        <Select options={policies} />
      </Form.Item>
      <WholeField
        name="refund_days"
        label={t('catalog.refundDays')}
        what={t('catalog.refundDaysWhat')}
        min={0}
        max={365}
      />
      <WholeField
        name="grace_days"
        label={t('catalog.graceDays')}
        what={t('catalog.graceDaysWhat')}
        min={0}
        max={365}
      />
    </>
  )
}
