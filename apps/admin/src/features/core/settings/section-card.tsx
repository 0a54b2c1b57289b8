import { answer, api, ErrorLine, useLanguage } from '@lessor/ui'
import { Button, Card, ConfigProvider, Flex, Form, Input, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useAct } from '../../../pieces/act.tsx'
import { useFieldProblems } from '../../../pieces/field-problems.ts'
import { useWholeRules, WholeInput, wholeOf } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'
import type { Settings } from './use-settings.ts'

type Values = Readonly<Record<string, string | number | null | undefined>>

type SectionField = Settings['fields'][number]

interface SectionCardProps {
  readonly section: 'brand' | 'verification' | 'mail'
  readonly title: string
  readonly what?: string
  readonly settings: Settings
  readonly values: Values
  readonly after?: (saved: Settings) => unknown
  /** Above the fields, and below the form. */
  readonly head?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A section of the settings, saved on its own; the server says which fields it has, and which can only be read. */
export function SectionCard(props: SectionCardProps) {
  const { section, title, what, settings, values, after, head, actions, children } = props
  const t = useTexts()
  const [form] = Form.useForm<Record<string, string | number | null>>()
  const fields = settings.fields.filter(({ key }) => key.startsWith(`${section}.`))
  const isFixed = (field: SectionField) => settings.fixed.some((key) => key === field.key)
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
          <FieldOf key={field.key} field={field} fixed={isFixed(field)} />
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

const nameOf = ({ key }: SectionField) => key.split('.')[1] ?? ''

function FieldOf({ field, fixed }: { readonly field: SectionField; readonly fixed: boolean }) {
  const t = useTexts()
  const [language] = useLanguage()
  const whole = useWholeRules(field.min ?? 0, field.max ?? 0, false)
  const isWhole = field.kind === 'whole'
  return (
    <ConfigProvider componentDisabled={fixed}>
      <Form.Item
        name={nameOf(field)}
        label={field.label[language]}
        extra={fixed ? t('settings.fixed') : field.help?.[language]}
        rules={isWhole ? whole : []}
        {...(isWhole && { getValueFromEvent: wholeOf })}
      >
        {inputOf(field)}
      </Form.Item>
    </ConfigProvider>
  )
}

function inputOf({ kind }: SectionField) {
  if (kind === 'whole') return <WholeInput />
  return kind === 'secret' ? <Input.Password autoComplete="off" /> : <Input />
}

/** What was typed over the values that hold; what was emptied goes back to its default. */
function changeOf(fields: readonly SectionField[], before: Values, given: Values) {
  const names = fields.map(nameOf)
  const changed = names.filter((name) => (given[name] ?? '') !== (before[name] ?? ''))
  return Object.fromEntries(changed.map((name) => [name, given[name] === '' ? null : (given[name] ?? null)]))
}
