import { answer, api } from '@lessor/ui'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'
import type { Category } from './queries.ts'
import { ShelfFields, type Shelf } from './shelf-fields.tsx'

interface CategoryDialogProps {
  readonly category: Category | 'new'
  readonly onClose: () => void
}

export function CategoryDialog({ category, onClose }: CategoryDialogProps) {
  const t = useTexts()
  const isNew = category === 'new'
  const save = (body: Shelf, signal: AbortSignal) =>
    isNew
      ? answer(api.POST('/api/admin/categories', { body, signal }))
      : answer(
          api.PATCH('/api/admin/categories/{id}', { params: { path: { id: category.id } }, body, signal }),
        )
  return (
    <FormDialog<Shelf, unknown>
      title={isNew ? t('catalog.addCategory') : t('catalog.changeTitle', { name: category.name })}
      yes={t('pieces.save')}
      initial={isNew ? { position: 0, active: true } : category}
      act={save}
      onClose={onClose}
    >
      <ShelfFields />
    </FormDialog>
  )
}
