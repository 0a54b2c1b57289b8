import { Form, Input } from 'antd'
import type { Rule } from 'antd/es/form'
import { useTexts } from '../texts.ts'

interface WholeFieldProps {
  readonly name: string
  readonly label: string
  readonly what?: string | undefined
  readonly min: number
  readonly max: number
  /** The form's first field, which has the focus at once. */
  readonly first?: boolean
  readonly rules?: readonly Rule[]
}

/** A whole number. What isn't one, or is out of range, stays as it was typed and is refused here: nothing is rounded. */
export function WholeField({ name, label, what, min, max, first = false, rules = [] }: WholeFieldProps) {
  const own = useWholeRules(min, max)
  return (
    <Form.Item
      name={name}
      label={label}
      extra={what}
      rules={[...own, ...rules]}
      getValueFromEvent={wholeOf}
      validateFirst
    >
      <WholeInput autoFocus={first} />
    </Form.Item>
  )
}

/** The input alone, for forms that lay out their fields themselves. */
export const WholeInput = (props: { readonly autoFocus?: boolean }) => (
  <Input autoComplete="off" inputMode="numeric" {...props} />
)

/** What the field may hold. */
export function useWholeRules(min: number, max: number, required = true): Rule[] {
  const t = useTexts()
  const range = (_: unknown, value: unknown) => {
    if (value === '' || value === null || value === undefined) return Promise.resolve()
    if (typeof value === 'number' && value >= min && value <= max) return Promise.resolve()
    const isWhole =
      typeof value === 'number' || (typeof value === 'string' && /^[+-]?\d+$/.test(plain(value)))
    return Promise.reject(new Error(isWhole ? t('pieces.outOfRange', { min, max }) : t('pieces.notWhole')))
  }
  return [...(required ? [{ required: true, message: t('pieces.required') }] : []), { validator: range }]
}

/** A number where the text is a whole one, in any width of digits; else the text as it was typed. */
export function wholeOf({ target }: { readonly target: { readonly value: string } }): number | string {
  const text = plain(target.value)
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : target.value
}

/** A number's text with digits and minus as programs write them. */
export const plain = (text: string) => text.normalize('NFKC').trim().replace(/^[−–]/, '-')
