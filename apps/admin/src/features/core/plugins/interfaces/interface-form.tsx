import { ErrorLine } from '@lessor/ui'
import { Button, Flex, Form, Input, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { useFieldProblems } from '../../../../pieces/field-problems.ts'
import { useTexts } from '../../../../texts.ts'
import { fieldIn, type Manifest, type WholeInterface } from '../queries.ts'
import { ConfigFields } from './config-fields.tsx'
import { valuesOf } from './form-values.ts'
import { HostsField } from './hosts-field.tsx'

interface InterfaceFormProps {
  readonly form: FormInstance<Record<string, unknown>>
  readonly manifest: Manifest
  /** What is edited; absent: a new one. */
  readonly whole?: WholeInterface
  readonly name?: string
  readonly error: unknown
  readonly isPending: boolean
  readonly mayEdit: boolean
  readonly onSend: (fields: Record<string, unknown>) => void
  readonly children?: ReactNode
}

/** An interface's name, its values by the plugin's fields, and where it may connect. */
export function InterfaceForm(props: InterfaceFormProps) {
  const { form, manifest, whole, name, error, isPending, mayEdit, onSend, children } = props
  const t = useTexts()
  const { shown, onValuesChange } = useFieldProblems(form, error)
  const named = manifest.hosts.filter((host) => fieldIn(host) === undefined)
  return (
    <Form
      form={form}
      name="interface"
      layout="vertical"
      requiredMark={false}
      disabled={!mayEdit}
      initialValues={{
        ...valuesOf(manifest.config, whole?.config ?? {}),
        name: whole?.name ?? name,
        hosts: whole?.hosts ?? named,
      }}
      onFinish={onSend}
      onValuesChange={onValuesChange}
    >
      <Form.Item
        name="name"
        label={t('plugins.interfaces.name')}
        extra={t('plugins.interfaces.nameWhat')}
        rules={[{ required: true, whitespace: true, message: t('pieces.required') }]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <ConfigFields fields={manifest.config} secrets={whole?.secrets ?? []} />
      <HostsField
        fields={manifest.config}
        entered={whole?.hosts_entered ?? []}
        missing={whole?.hosts_missing ?? []}
      />
      {children}
      <ErrorLine error={error} shown={shown} />
      {mayEdit && (
        <Flex gap={8} wrap>
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('pieces.save')}
          </Button>
        </Flex>
      )}
    </Form>
  )
}
