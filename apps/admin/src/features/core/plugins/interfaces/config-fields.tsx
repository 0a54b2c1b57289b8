import { Form, Input, Select, Switch } from 'antd'
import type { Rule } from 'antd/es/form'
import { useTexts } from '../../../../texts.ts'
import { useRead, type Field } from '../queries.ts'
import { nameOf, numberIn } from './form-values.ts'
import { SecretInput } from './secret-input.tsx'

interface ConfigFieldsProps {
  readonly fields: readonly Field[]
  /** The secrets that have a value. */
  readonly secrets?: readonly string[]
  /** What is left empty comes from elsewhere. */
  readonly isPartial?: boolean
}

/** The fields of a form, as the plugin's manifest asks for them. */
export const ConfigFields = ({ fields, secrets = [], isPartial = false }: ConfigFieldsProps) =>
  fields.map((field) => (
    <ConfigField key={field.key} field={field} isSet={secrets.includes(field.key)} isPartial={isPartial} />
  ))

interface ConfigFieldProps {
  readonly field: Field
  readonly isSet: boolean
  readonly isPartial: boolean
}

function ConfigField({ field, isSet, isPartial }: ConfigFieldProps) {
  const t = useTexts()
  const read = useRead()
  const { type } = field
  const isNeeded = (field.required ?? false) && field.default === undefined && !isPartial && type !== 'flag'
  const label =
    isNeeded || type === 'flag' ? read(field.label) : `${read(field.label)}${t('plugins.optional')}`
  return (
    <Form.Item
      name={nameOf(field.key)}
      label={label}
      extra={field.help && read(field.help)}
      rules={useRules(field, isNeeded && !isSet)}
      {...(type === 'flag' && { valuePropName: 'checked' })}
    >
      <FieldInput field={field} isSet={isSet} />
    </Form.Item>
  )
}

/** Given by the form, as any input gets them. */
type Given = { readonly id?: string }

function FieldInput({ field, isSet, ...given }: { readonly field: Field; readonly isSet: boolean } & Given) {
  const read = useRead()
  const usual = field.default === undefined ? undefined : String(field.default)
  const common = { ...given, autoComplete: 'off', placeholder: usual }
  switch (field.type) {
    case 'long':
      return <Input.TextArea {...common} autoSize={{ minRows: 3, maxRows: 12 }} />
    case 'url':
      return <Input {...common} inputMode="url" placeholder={usual ?? 'https://'} />
    case 'email':
      return <Input {...common} inputMode="email" />
    case 'number':
      return <Input {...common} inputMode="decimal" />
    case 'flag':
      return <Switch {...given} />
    case 'secret':
      return <SecretInput {...given} isSet={isSet} />
    case 'choice': {
      const options = (field.choices ?? []).map(({ value, label }) => ({ value, label: read(label) }))
      const placeholder = options.find(({ value }) => value === usual)?.label
      return <Select {...given} allowClear options={options} placeholder={placeholder} />
    }
    case 'text':
      return <Input {...common} />
  }
}

function useRules({ type, min, max }: Field, isNeeded: boolean): Rule[] {
  const t = useTexts()
  const needed: Rule[] = isNeeded ? [{ required: true, whitespace: true, message: t('pieces.required') }] : []
  const isNumber = (_: unknown, value: unknown) => {
    if (value === undefined || value === null || value === '') return Promise.resolve()
    const number = numberIn(value)
    if (number === undefined) return Promise.reject(new Error(t('plugins.notNumber')))
    const isIn = number >= (min ?? -Infinity) && number <= (max ?? Infinity)
    return isIn ? Promise.resolve() : Promise.reject(new Error(rangeText()))
  }
  const rangeText = () => {
    if (min === undefined) return t('plugins.atMost', { max: max ?? 0 })
    return max === undefined ? t('plugins.atLeast', { min }) : t('pieces.outOfRange', { min, max })
  }
  if (type !== 'number') return needed
  return [...(isNeeded ? [{ required: true, message: t('pieces.required') }] : []), { validator: isNumber }]
}
