import { answer, api, ErrorLine } from '@lessor/ui'
import { Button, Card, ConfigProvider, Flex, Form, Typography } from 'antd'
import type { Rule } from 'antd/es/form'
import type { ReactElement, ReactNode } from 'react'
import { useAct } from '../../../pieces/act.tsx'
import { useFieldProblems } from '../../../pieces/field-problems.ts'
import type { wholeOf } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'
import type { Settings } from './use-settings.ts'

type Values = Readonly<Record<string, string | number | null | undefined>>

export interface SectionField {
  readonly name: string
  readonly label: string
  readonly extra?: string
  readonly input: ReactElement
  readonly rules?: Rule[]
  /** What the field's event means, where that isn't its text. */
  readonly read?: typeof wholeOf
}

interface SectionCardProps {
  readonly section: 'brand' | 'verification' | 'mail'
  readonly title: string
  readonly what?: string
  readonly settings: Settings
  readonly values: Values
  readonly fields: readonly SectionField[]
  readonly after?: (saved: Settings) => unknown
  /** Above the fields, and below the form. */
  readonly head?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A part of the settings, saved on its own; what the configuration fixes can be read only. */
export function SectionCard(props: SectionCardProps) {
  const { section, title, what, settings, values, fields, after, head, actions, children } = props
  const t = useTexts()
  const [form] = Form.useForm<Record<string, string | number | null>>()
  const isFixed = ({ name }: SectionField) => settings.fixed.some((key) => key === `${section}.${name}`)
  const free = fields.filter((field) => !isFixed(field))
  const save = useAct({
    quiet: true,
    act: (given: Values, signal) =>
      answer(
        api.PATCH('/api/admin/settings', { body: { [section]: changeOf(free, values, given) }, signal }),
      ),
    after: (saved) => {
      form.setFieldsValue({ ...values, ...saved[section] })
      return after?.(saved)
    },
  })
  const { shown, onValuesChange } = useFieldProblems(form, save.error, `${section}.`)
  return (
    <Card title={<h2 style={{ fontSize: 16, margin: 0 }}>{title}</h2>}>
      {what && <Typography.Paragraph type="secondary">{what}</Typography.Paragraph>}
      {head}
      <Form
        form={form}
        name={section}
        layout="vertical"
        initialValues={values}
        onFinish={(given: Values) => save.mutate(given)}
        onValuesChange={onValuesChange}
      >
        {fields.map((field) => (
          <FieldOf key={field.name} field={field} fixed={isFixed(field)} />
        ))}
        <ErrorLine error={save.error} shown={shown} />
        {free.length > 0 && (
          <Flex gap={8} wrap>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t('settings.save')}
            </Button>
            {actions}
          </Flex>
        )}
      </Form>
      {children}
    </Card>
  )
}

function FieldOf({ field, fixed }: { readonly field: SectionField; readonly fixed: boolean }) {
  const t = useTexts()
  return (
    <ConfigProvider componentDisabled={fixed}>
      <Form.Item
        name={field.name}
        label={field.label}
        extra={fixed ? t('settings.fixed') : field.extra}
        rules={field.rules ?? []}
        {...(field.read && { getValueFromEvent: field.read })}
      >
        {field.input}
      </Form.Item>
    </ConfigProvider>
  )
}

/** What was typed over the values that hold; what was emptied goes back to its default. */
function changeOf(fields: readonly SectionField[], before: Values, given: Values) {
  const changed = fields.filter(({ name }) => (given[name] ?? '') !== (before[name] ?? ''))
  return Object.fromEntries(
    changed.map(({ name }) => [name, given[name] === '' ? null : (given[name] ?? null)]),
  )
}
