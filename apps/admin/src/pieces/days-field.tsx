import { Form, InputNumber, Segmented } from 'antd'
import { useTexts } from '../texts.ts'

interface DaysFieldProps {
  readonly name: string
  readonly label: string
  readonly what?: string
  readonly min?: number
  /** The form's first field, which has the focus at once. */
  readonly first?: boolean
}

const usual = [7, 30, 90, 365]

/** A number of days, with the usual ones a click away. */
export function DaysField({ name, label, what, min = -3650, first = true }: DaysFieldProps) {
  const t = useTexts()
  const form = Form.useFormInstance<Record<string, number>>()
  const days = Form.useWatch<number | null | undefined>(name, form)
  const rules = [{ required: true, message: t('pieces.required') }]
  return (
    <>
      <Form.Item name={name} label={label} extra={what} rules={rules}>
        <InputNumber autoFocus={first} precision={0} min={min} max={3650} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item>
        <Segmented
          aria-label={label}
          // Emptied, none of them is chosen; before the first draw there is no value yet.
          value={days === null ? 0 : (days ?? 30)}
          options={usual.map((value) => ({ value, label: `+${value}` }))}
          onChange={(value) => form.setFieldValue(name, value)}
        />
      </Form.Item>
    </>
  )
}
