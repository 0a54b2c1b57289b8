import type { components } from '@lessor/contract'
import { Form, Input, Select, Typography } from 'antd'
import { useTexts } from '../../../texts.ts'

export type Preview = components['schemas']['StatementPreview']

/** What the fields of the dialog hold; an empty one is no column. */
export interface Chosen {
  readonly reference: string
  readonly transaction: string
  readonly amount: string
  readonly time: string
  readonly fee: string
  readonly only: string
  readonly value: string
}

export const mappingOf = ({ fee, only, value, ...columns }: Chosen) => ({
  ...columns,
  ...(fee && { fee }),
  ...(only && value && { only: { column: only, value } }),
})

const needed = ['reference', 'transaction', 'amount', 'time'] as const
const free = ['fee', 'only'] as const

/** Which column of the file holds what, with what the first lines have there. */
export function ColumnFields({ preview }: { readonly preview: Preview }) {
  const t = useTexts()
  const { columns, remembered } = preview
  const names = [...new Set(columns.filter((name) => name !== ''))]
  const options = names.map((name) => ({ value: name, label: name }))
  const none = { value: '', label: t('statements.noColumn') }
  return (
    <>
      <Typography.Paragraph>{t(remembered ? 'statements.remembered' : 'statements.guessed')}</Typography.Paragraph>
      {needed.map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`statements.columns.${name}`)}
          extra={<Sample preview={preview} of={name} />}
          rules={[{ required: true, message: t('pieces.required') }]}
        >
          <Select showSearch options={options} />
        </Form.Item>
      ))}
      {free.map((name) => (
        <Form.Item key={name} name={name} label={t(`statements.columns.${name}`)} extra={<Sample preview={preview} of={name} />}>
          <Select showSearch options={[none, ...options]} />
        </Form.Item>
      ))}
      <Form.Item name="value" label={t('statements.columns.value')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  )
} // prettier-ignore

/** What the first line has in the chosen column. */
function Sample({ preview, of }: { readonly preview: Preview; readonly of: keyof Chosen }) {
  const column: unknown = Form.useWatch(of)
  const at = preview.columns.indexOf(String(column))
  return at < 0 ? null : (preview.sample[0]?.[at] ?? null)
}
