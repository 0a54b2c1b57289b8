import { answer, api, useLanguage } from '@lessor/ui'
import { Checkbox, Form } from 'antd'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'
import { NotifierName } from './notifier-name.tsx'
import type { Choice, Kind } from './use-choice.ts'

interface ChoiceDialogProps {
  readonly choice: Choice
  readonly kind: Kind
  readonly onClose: () => void
}

interface Fields {
  readonly interfaces: string[]
}

const most = 20

/** Chooses the notifiers of a kind of notice. */
export function ChoiceDialog({ choice, kind, onClose }: ChoiceDialogProps) {
  const t = useTexts()
  const [language] = useLanguage()
  return (
    <FormDialog<Fields, unknown>
      title={t('notices.changeTitle', { kind: kind.label[language] })}
      yes={t('pieces.save')}
      initial={{ interfaces: [...kind.interfaces] }}
      act={({ interfaces }, signal) =>
        answer(api.POST('/api/admin/notices/routes', { body: { kind: kind.name, interfaces }, signal }))
      }
      onClose={onClose}
    >
      {choice.notifiers.length === 0 ? <p>{t('notices.noNotifiers')}</p> : <NotifiersField choice={choice} />}
    </FormDialog>
  )
}

function NotifiersField({ choice: { notifiers, fallback } }: Pick<ChoiceDialogProps, 'choice'>) {
  const t = useTexts()
  const form = Form.useFormInstance<Fields>()
  const chosen: readonly string[] = Form.useWatch('interfaces', form) ?? []
  const isOff = notifiers.some(({ id, enabled }) => !enabled && chosen.includes(id))
  const without = fallback === '' ? t('notices.nobody') : t('notices.byMail', { to: fallback })
  const hint = chosen.length === 0 ? t('notices.ifNone', { what: without }) : isOff && t('notices.offWhat')
  const few = { type: 'array', max: most, message: t('notices.tooMany', { count: most }) } as const
  return (
    <Form.Item name="interfaces" label={t('notices.notifiers')} extra={hint} rules={[few]}>
      <Checkbox.Group style={{ flexDirection: 'column', gap: 8 }}>
        {notifiers.map((one) => (
          <Checkbox key={one.id} value={one.id}>
            <NotifierName of={one} />
          </Checkbox>
        ))}
      </Checkbox.Group>
    </Form.Item>
  )
}
