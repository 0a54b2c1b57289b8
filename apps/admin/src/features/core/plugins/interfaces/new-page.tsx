import { answer, api, ErrorPanel } from '@lessor/ui'
import { Card, Empty, Flex, Form, Select, Spin } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { useAct } from '../../../../pieces/act.tsx'
import { Page } from '../../../../pieces/page.tsx'
import { useTexts } from '../../../../texts.ts'
import { interfaceLink, interfacesPath } from '../links.ts'
import { usePlugin, usePlugins, useRead, type Manifest } from '../queries.ts'
import { enteredOf } from './form-values.ts'
import { InterfaceForm } from './interface-form.tsx'

/** A new interface: first of which plugin, then what that one asks for. */
export default function NewInterfacePage() {
  const t = useTexts()
  const [params, setParams] = useSearchParams()
  const plugin = params.get('plugin') ?? ''
  const { data, error, refetch } = usePlugin(plugin)
  return (
    <Page
      title={t('plugins.interfaces.add')}
      back={{ to: interfacesPath, text: t('plugins.interfaces.title') }}
    >
      <Flex vertical gap={16} style={{ maxWidth: 640 }}>
        <PluginChoice
          value={plugin}
          onChange={(chosen) => setParams({ plugin: chosen }, { replace: true })}
        />
        {error && !data && <ErrorPanel error={error} retry={refetch} />}
        {plugin !== '' && !data && !error && <Spin delay={200} />}
        {data && <NewForm key={data.plugin} manifest={data.manifest} />}
      </Flex>
    </Page>
  )
}

interface PluginChoiceProps {
  readonly value: string
  readonly onChange: (plugin: string) => void
}

function PluginChoice({ value, onChange }: PluginChoiceProps) {
  const t = useTexts()
  const read = useRead()
  const { data, error, refetch } = usePlugins()
  if (error && !data) return <ErrorPanel error={error} retry={refetch} />
  const options = (data ?? []).map(({ plugin, name, kind }) => ({
    value: plugin,
    label: `${read(name)} (${t(`plugins.kinds.${kind}`)})`,
  }))
  if (data?.length === 0) return <Empty description={t('plugins.empty')} />
  return (
    <Form layout="vertical">
      <Form.Item label={t('plugins.plugin')} htmlFor="plugin" style={{ margin: 0 }}>
        <Select
          id="plugin"
          value={data?.some(({ plugin }) => plugin === value) ? value : null}
          placeholder={t('plugins.interfaces.choose')}
          options={options}
          onChange={onChange}
        />
      </Form.Item>
    </Form>
  )
}

function NewForm({ manifest }: { readonly manifest: Manifest }) {
  const t = useTexts()
  const go = useNavigate()
  const read = useRead()
  const [form] = Form.useForm<Record<string, unknown>>()
  const create = useAct({
    quiet: true,
    act: ({ name, hosts, ...fields }: Record<string, unknown>, signal) =>
      answer(
        api.POST('/api/admin/interfaces', {
          body: {
            plugin: manifest.id,
            name: String(name),
            config: enteredOf(manifest.config, fields),
            hosts: hosts as string[],
            enabled: true,
          },
          signal,
        }),
      ),
    after: (made) => go(interfaceLink(made.id), { replace: true }),
  })
  return (
    <Card title={<h2 className="section">{t('plugins.interfaces.values')}</h2>}>
      <p className="quiet">{read(manifest.description)}</p>
      <InterfaceForm
        form={form}
        manifest={manifest}
        name={read(manifest.name)}
        error={create.error}
        isPending={create.isPending}
        mayEdit
        onSend={(fields) => create.mutate(fields)}
      />
    </Card>
  )
}
