import { answer, api, ErrorLine } from '@lessor/ui'
import type { paths } from '@lessor/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Select, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { useFieldProblems } from '../../../pieces/field-problems.ts'
import { useTexts } from '../../../texts.ts'
import { OutcomeView } from './outcome.tsx'
import { sampleInput } from './sample-input.ts'

type Route = paths['/api/admin/plugin-scripts/test']['post']
type Body = Route['requestBody']['content']['application/json']
/** What is called, without which function and with what. */
export type Called = Omit<Body, 'method' | 'input'>

interface TestCallProps {
  readonly exports: readonly string[]
  /** As it stands when the button is pressed; undefined where something has to be corrected first. */
  readonly called: (fields: Readonly<Record<string, unknown>>) => Promise<Called | undefined>
  readonly onRefused?: (error: unknown) => void
  readonly form: FormInstance<Record<string, unknown>>
  readonly children?: ReactNode
}

/** Calls a function of a script with an input and says how it ended. What it does outside is real. */
export function TestCall({ exports, called, onRefused, form, children }: TestCallProps) {
  const t = useTexts()
  const call = useMutation({
    mutationFn: (body: Body) => answer(api.POST('/api/admin/plugin-scripts/test', { body })),
    onError: (error) => onRefused?.(error),
  })
  const { shown, onValuesChange } = useFieldProblems(form, call.error)
  const method: unknown = Form.useWatch('method', form)
  const chosen = typeof method === 'string' && exports.includes(method) ? method : exports[0]
  const run = async ({ input, ...fields }: Record<string, unknown>) => {
    const what = await called(fields)
    if (what && chosen) call.mutate({ ...what, method: chosen, input: JSON.parse(String(input)) as unknown })
  }
  return (
    <Form
      form={form}
      name="test"
      layout="vertical"
      requiredMark={false}
      initialValues={{ input: sampleInput(exports[0]) }}
      onFinish={(fields) => void run(fields)}
      // The result of the call before would seem to be this one's.
      onFinishFailed={() => call.reset()}
      onValuesChange={(changed: Record<string, unknown>) => {
        onValuesChange(changed)
        if (typeof changed['method'] === 'string') form.setFieldValue('input', sampleInput(changed['method']))
      }}
    >
      <p className="quiet">{t('plugins.test.what')}</p>
      {children}
      <Form.Item
        name="method"
        label={t('plugins.test.method')}
        {...(chosen && { getValueProps: () => ({ value: chosen }) })}
      >
        <Select options={exports.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <InputField />
      <ErrorLine error={call.error} shown={shown} />
      <Button htmlType="submit" loading={call.isPending} disabled={!chosen}>
        {t('plugins.test.run')}
      </Button>
      <div aria-live="polite">{call.data && <OutcomeView {...call.data} outcome={call.data.outcome} />}</div>
    </Form>
  )
}

function InputField() {
  const t = useTexts()
  const isJson = (_: unknown, text: unknown) => {
    try {
      JSON.parse(String(text))
      return Promise.resolve()
    } catch (error) {
      return Promise.reject(new Error(t('plugins.test.notJson', { reason: (error as SyntaxError).message })))
    }
  }
  return (
    <Form.Item
      name="input"
      label={t('plugins.test.input')}
      rules={[{ validator: isJson }]}
      validateTrigger="onBlur"
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} spellCheck={false} className="json" />
    </Form.Item>
  )
}
