import { answer, api } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTexts } from '../../../texts.ts'
import { ConfigFields } from './interfaces/config-fields.tsx'
import { enteredOf } from './interfaces/form-values.ts'
import type { Interface, Manifest } from './queries.ts'
import { TestCall } from './test-call.tsx'

interface ScriptTestProps {
  readonly plugin: string
  readonly source: string
  readonly manifest: Manifest | undefined
  readonly exports: readonly string[]
}

/** A call of the script as it is typed, with the values of an interface, others, or both. */
export function ScriptTest({ plugin, source, manifest, exports }: ScriptTestProps) {
  const t = useTexts()
  const [form] = Form.useForm<Record<string, unknown>>()
  const { data: interfaces = [] } = useInterfacesOf(plugin)
  const interfaceId: unknown = Form.useWatch('interface_id', form)
  const isPartial = typeof interfaceId === 'string'
  if (!manifest) return <p className="quiet">{t('plugins.test.fixFirst')}</p>
  const called = ({ interface_id: id, ...fields }: Readonly<Record<string, unknown>>) =>
    Promise.resolve({
      source,
      config: enteredOf(manifest.config, fields, { isPartial: true }),
      ...(typeof id === 'string' && { interface_id: id }),
    })
  return (
    <TestCall exports={exports} called={called} form={form}>
      {interfaces.length > 0 && (
        <Form.Item
          name="interface_id"
          label={t('plugins.test.interface')}
          extra={t('plugins.test.interfaceWhat')}
        >
          <Select
            allowClear
            placeholder={t('plugins.test.interfaceNone')}
            options={interfaces.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      {manifest.config.length > 0 && (
        // Drawn again where it opens or closes by itself.
        <details key={String(isPartial)} open={!isPartial} className="values">
          <summary>{t('plugins.test.values')}</summary>
          <ConfigFields fields={manifest.config} isPartial={isPartial} />
        </details>
      )}
    </TestCall>
  )
}

const useInterfacesOf = (plugin: string) =>
  useQuery<readonly Interface[]>({
    queryKey: ['interfaces', plugin],
    queryFn: async () =>
      (await answer(api.GET('/api/admin/interfaces', { params: { query: { plugin, limit: 100 } } }))).items,
    enabled: plugin !== '',
  })
