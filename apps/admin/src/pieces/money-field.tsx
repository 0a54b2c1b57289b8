import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { plain } from './whole-field.tsx'

interface MoneyFieldProps {
  readonly name: string
  readonly label: string
  readonly what?: ReactNode
  /** It may be left empty. */
  readonly isOptional?: boolean
  readonly first?: boolean
}

const money = /^(0|[1-9]\d{0,7})(\.\d{1,2})?$/

/** Whether a text is an amount of the catalogue, in any width of digits. */
export const isMoney = (typed: unknown): typed is string =>
  typeof typed === 'string' && money.test(plain(typed))

/** What a field with an amount may hold. */
export function useMoneyRules(isOptional = false) {
  const t = useTexts()
  return [
    ...(isOptional ? [] : [{ required: true, message: t('pieces.required') }]),
    { pattern: money, message: t('pieces.notMoney') },
  ]
}

/** An amount; what isn't one stays as it was typed and is refused here. */
export function MoneyField({ name, label, what, isOptional = false, first = false }: MoneyFieldProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={what}
      rules={useMoneyRules(isOptional)}
      normalize={plain}
      validateFirst
    >
      <Input autoComplete="off" inputMode="decimal" prefix="¥" autoFocus={first} />
    </Form.Item>
  )
}
