import { Button, Form, Input } from 'antd'
import { useTexts } from '../../../texts.ts'

/** A name for programs. */
export const keyForm = /^[a-z][a-z0-9_]{0,39}$/

interface RowInputProps {
  /** Where it is in its list. */
  readonly name: readonly [number, string]
  readonly label: string
  readonly isKey?: boolean
}

/** A field of a row, whose name stands inside it. */
export function RowInput({ name, label, isKey = false }: RowInputProps) {
  const t = useTexts()
  const rules = [
    { required: true, whitespace: true, message: t('pieces.required') },
    ...(isKey ? [{ pattern: keyForm, message: t('catalog.keyWhat') }] : []),
  ]
  return (
    <Form.Item name={[...name]} rules={rules} className="cell">
      <Input aria-label={label} placeholder={label} autoComplete="off" maxLength={200} />
    </Form.Item>
  )
}

export function RemoveRow({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button type="text" aria-label={label} title={label} onClick={onClick}>
      ×
    </Button>
  )
}
