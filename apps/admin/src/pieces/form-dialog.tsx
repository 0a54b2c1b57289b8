import { ErrorLine } from '@lessor/ui'
import { Form, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { useAct } from './act.tsx'
import { useReturnFocus } from './return-focus.ts'

interface FormDialogProps<Fields extends object, Output> {
  readonly title: string
  readonly yes: string
  readonly initial?: Partial<Fields>
  readonly act: (fields: Fields) => Promise<Output>
  readonly after?: (output: Output) => unknown
  /** As of `useAct`. */
  readonly says?: string | null
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form in a dialog: it closes when the act was done, and stays with what was typed when it was refused. */
export function FormDialog<Fields extends object, Output>(props: FormDialogProps<Fields, Output>) {
  const { title, yes, initial = {}, after, onClose, children } = props
  const t = useTexts()
  useReturnFocus()
  const [form] = Form.useForm<Fields>()
  const done = (output: Output) => {
    onClose()
    return after?.(output)
  }
  const says = props.says === undefined ? {} : { says: props.says }
  const act = useAct({ act: props.act, after: done, quiet: true, ...says })
  return (
    <Modal
      open
      title={title}
      okText={yes}
      cancelText={t('pieces.cancel')}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(fields) => act.mutate(fields)}
      >
        {children}
        <ErrorLine error={act.error} />
        {/* Enter sends the form from any of its fields. */}
        <button type="submit" hidden aria-label={yes} />
      </Form>
    </Modal>
  )
}
