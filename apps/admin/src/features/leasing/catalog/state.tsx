import { Badge, Form, Switch } from 'antd'
import { ChoiceField } from '../../../pieces/filter-bar.tsx'
import { useTexts } from '../../../texts.ts'

/** Whether it can be in the shop. */
export function StateMark({ active }: { readonly active: boolean }) {
  const t = useTexts()
  return (
    <Badge status={active ? 'success' : 'default'} text={t(active ? 'catalog.active' : 'catalog.inactive')} />
  )
}

interface StateFilterProps {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

export function StateFilter(props: StateFilterProps) {
  const t = useTexts()
  const options = [
    { value: 'true', label: t('catalog.active') },
    { value: 'false', label: t('catalog.inactive') },
  ]
  return <ChoiceField label={t('catalog.state')} options={options} {...props} />
}

export function ActiveField() {
  const t = useTexts()
  return (
    <Form.Item
      name="active"
      label={t('catalog.inShop')}
      extra={t('catalog.inShopWhat')}
      valuePropName="checked"
    >
      <Switch />
    </Form.Item>
  )
}
