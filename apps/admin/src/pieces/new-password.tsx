import { Form, Input } from 'antd'
import { useTexts } from '../texts.ts'

interface NewPasswordProps {
  readonly name: string
  readonly label: string
  /** The rule, and what the change brings along. */
  readonly what: string
  /** The form's first field, which has the focus at once. */
  readonly first?: boolean
  /** May be left empty. */
  readonly optional?: boolean
}

/** A new password, never an existing one. */
export function NewPassword({ name, label, what, first = false, optional = false }: NewPasswordProps) {
  const t = useTexts()
  const rules = [
    { required: !optional, message: t('pieces.required') },
    { min: 8, message: t('pieces.tooShort') },
  ]
  return (
    <Form.Item name={name} label={label} extra={what} rules={rules}>
      <Input.Password autoFocus={first} autoComplete="new-password" />
    </Form.Item>
  )
}
