import { answer, api } from '@lessor/ui'
import { Form, Select } from 'antd'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'
import { useCategories, type Group } from './queries.ts'
import { ShelfFields, type Shelf } from './shelf-fields.tsx'

interface Fields extends Shelf {
  readonly category_id: string
}

interface GroupDialogProps {
  readonly group: Group | 'new'
  /** Of a new one, as long as no other is chosen. */
  readonly categoryId: string | undefined
  readonly onClose: () => void
}

export function GroupDialog({ group, categoryId, onClose }: GroupDialogProps) {
  const t = useTexts()
  const isNew = group === 'new'
  const { data: categories = [] } = useCategories()
  const save = (body: Fields, signal: AbortSignal) =>
    isNew
      ? answer(api.POST('/api/admin/product-groups', { body, signal }))
      : answer(
          api.PATCH('/api/admin/product-groups/{id}', { params: { path: { id: group.id } }, body, signal }),
        )
  const options = categories.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FormDialog<Fields, unknown>
      title={isNew ? t('catalog.addGroup') : t('catalog.changeTitle', { name: group.name })}
      yes={t('pieces.save')}
      initial={isNew ? { position: 0, active: true, ...(categoryId && { category_id: categoryId }) } : group}
      act={save}
      onClose={onClose}
    >
      <Form.Item
        name="category_id"
        label={t('catalog.category')}
        rules={[{ required: true, message: t('pieces.required') }]}
      >
        <Select options={options} notFoundContent={t('catalog.emptyCategories')} />
      </Form.Item>
      <ShelfFields />
    </FormDialog>
  )
}
