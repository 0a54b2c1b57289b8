import { Form, Input } from 'antd'
import { WholeField } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'
import { ActiveField } from './state.tsx'

/** What a category and a group have alike. */
export interface Shelf {
  readonly name: string
  readonly position: number
  readonly active: boolean
}

export function ShelfFields() {
  return (
    <>
      <NameField first />
      <PositionField />
      <ActiveField />
    </>
  )
}

export function NameField({ first = false }: { readonly first?: boolean }) {
  const t = useTexts()
  const rules = [{ required: true, whitespace: true, message: t('pieces.required') }]
  return (
    <Form.Item name="name" label={t('catalog.name')} rules={rules}>
      <Input autoFocus={first} autoComplete="off" maxLength={100} />
    </Form.Item>
  )
}

export function PositionField() {
  const t = useTexts()
  return (
    <WholeField
      name="position"
      label={t('catalog.position')}
      what={t('catalog.positionWhat')}
      min={-1_000_000}
      max={1_000_000}
    />
  )
}
