import { Button, Flex, Form, Select } from 'antd'
import { useTexts } from '../../../../texts.ts'
import { fieldIn, useRead, type Field } from '../queries.ts'

interface HostsFieldProps {
  readonly fields: readonly Field[]
  /** Besides, by the addresses in the fields. */
  readonly entered?: readonly string[]
  /** Named by the plugin, and not granted. */
  readonly missing?: readonly string[]
}

/** Where a script may connect: nowhere else. */
export function HostsField({ fields, entered = [], missing = [] }: HostsFieldProps) {
  const t = useTexts()
  const read = useRead()
  const form = Form.useFormInstance<Record<string, unknown>>()
  const granted: unknown = Form.useWatch('hosts', form)
  const lacking = missing.filter((host) => !Array.isArray(granted) || !granted.includes(host))
  const grant = () => form.setFieldValue('hosts', [...(Array.isArray(granted) ? granted : []), ...lacking])
  const named = (host: string) => {
    const field = fields.find(({ key }) => key === fieldIn(host))
    return field ? t('plugins.hostOf', { field: read(field.label) }) : host
  }
  return (
    <>
      <Form.Item name="hosts" label={t('plugins.interfaces.hosts')} extra={t('plugins.interfaces.hostsWhat')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ', '，', '\n']} />
      </Form.Item>
      {entered.length > 0 && (
        <p className="quiet">
          {t('plugins.interfaces.hostsEntered', { hosts: entered.map(named).join(', ') })}
        </p>
      )}
      {lacking.length > 0 && (
        <Flex gap={8} align="center" wrap style={{ marginBlockEnd: 16 }}>
          <span>{t('plugins.interfaces.hostsMissing', { hosts: lacking.join(', ') })}</span>
          <Button onClick={grant}>{t('plugins.interfaces.grant')}</Button>
        </Flex>
      )}
    </>
  )
}
