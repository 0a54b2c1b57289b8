import { ErrorLine } from '@lessor/ui'
import { App, Form, Modal } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { useAct, useAsk, type Question } from './act.tsx'
import { useFieldProblems } from './field-problems.ts'
import { useReturnFocus } from './return-focus.ts'

/** The key of the toast that says which days were given. */
export const grantedToast = 'granted'

interface FormDialogProps<Fields extends object, Output> {
  readonly title: string
  readonly yes: string
  readonly initial?: Partial<Fields>
  readonly act: (fields: Fields, signal: AbortSignal) => Promise<Output>
  readonly after?: (output: Output) => unknown
  /** What to say once it is done; null where `after` says it. */
  readonly says?: string | null
  /** What to ask before these fields are sent; nothing where they are usual. */
  readonly question?: (fields: Fields) => Question | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form in a dialog: it closes when the act was done, and stays with what was typed when it was refused. */
export function FormDialog<Fields extends object, Output>(props: FormDialogProps<Fields, Output>) {
  const { title, yes, initial = {}, after, says, question, onClose, children } = props
  const t = useTexts()
  const ask = useAsk()
  useReturnFocus()
  const { notification } = App.useApp()
  // On a phone it would cover the dialog's buttons; an error stays until it is closed.
  useEffect(() => notification.destroy(grantedToast), [notification])
  const [form] = Form.useForm<Fields>()
  const done = (output: Output) => {
    onClose()
    return after?.(output)
  }
  const act = useAct({ act: props.act, after: done, quiet: true, ...(says !== undefined && { says }) })
  const { shown, onValuesChange } = useFieldProblems(form, act.error)
  const cancel = () => {
    act.cancel()
    onClose()
  }
  const send = (fields: Fields) => {
    if (act.isPending) return
    const asked = question?.(fields)
    if (asked) void ask(asked, act, fields)
    else act.mutate(fields)
  }
  return (
    <Modal
      open
      title={title}
      okText={yes}
      cancelText={t('pieces.cancel')}
      // Not `confirmLoading`: with it Cancel does nothing.
      okButtonProps={{ loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={cancel}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={send}
        onValuesChange={onValuesChange}
      >
        {children}
        <ErrorLine error={act.error} shown={shown} />
        {/* Enter sends the form from any of its fields. */}
        <button type="submit" hidden aria-label={yes} />
      </Form>
    </Modal>
  )
}
