import { Form, Segmented } from 'antd'
import type { Rule } from 'antd/es/form'
import { WholeField } from './whole-field.tsx'

interface DaysFieldProps {
  readonly name: string
  readonly label: string
  readonly what?: string
  readonly min?: number
  /** The form's first field, which has the focus at once. */
  readonly first?: boolean
  readonly rules?: readonly Rule[]
}

const usual = [7, 30, 90, 365]
export const maxDays = 3650

/** A number of days, with the usual ones a click away. */
export function DaysField({ min = -maxDays, first = true, ...field }: DaysFieldProps) {
  const { name, label } = field
  const form = Form.useFormInstance<Record<string, number>>()
  const days = Form.useWatch<number | string | undefined>(name, form)
  return (
    <>
      <WholeField {...field} min={min} max={maxDays} first={first} />
      <Form.Item>
        <Segmented
          aria-label={label}
          // Any other number, none of them is chosen; before the first draw there is no value yet.
          value={days === undefined ? 30 : typeof days === 'number' ? days : 0}
          options={usual.map((value) => ({ value, label: `+${value}` }))}
          onChange={(value) => {
            form.setFieldValue(name, value)
            void form.validateFields([name]).catch(() => undefined)
          }}
        />
      </Form.Item>
    </>
  )
}
