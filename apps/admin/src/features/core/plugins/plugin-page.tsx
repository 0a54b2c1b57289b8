import { ErrorPanel, useFormat } from '@lessor/ui'
import { Button, Card, Descriptions, Flex, Spin, Table, Tag, Typography } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { interfacesOf, newInterfaceOf, pluginsPath, scriptLink } from './links.ts'
import { fieldIn, usePlugin, useRead, type Field, type Script } from './queries.ts'
import { Versions } from './versions.tsx'

export default function PluginPage() {
  const t = useTexts()
  const read = useRead()
  const { plugin = '' } = useParams()
  const { data, error, refetch } = usePlugin(plugin)
  const back = { to: pluginsPath, text: t('plugins.title') }
  if (error && !data)
    return (
      <Page title={plugin} back={back}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  if (!data) return <Spin delay={200} />
  return (
    <Page title={read(data.name)} back={back} actions={<Actions plugin={plugin} />}>
      <Flex vertical gap={16}>
        <Typography.Text>{read(data.manifest.description)}</Typography.Text>
        <Facts script={data} count={data.interfaces} />
        <Fields fields={data.manifest.config} />
        <Versions active={data} />
      </Flex>
    </Page>
  )
}

function Actions({ plugin }: { readonly plugin: string }) {
  const t = useTexts()
  const go = useNavigate()
  const mayEdit = staffCan(useMe(), 'plugins.edit')
  return (
    <>
      <Button onClick={() => void go(scriptLink(plugin))}>
        {t(mayEdit ? 'plugins.edit' : 'plugins.see')}
      </Button>
      {mayEdit && (
        <Button type="primary" onClick={() => void go(newInterfaceOf(plugin))}>
          {t('plugins.interfaces.add')}
        </Button>
      )}
    </>
  )
}

function Facts({ script, count }: { readonly script: Script; readonly count: number }) {
  const t = useTexts()
  const read = useRead()
  const format = useFormat()
  const { manifest } = script
  const hosts = manifest.hosts.map((host) => {
    const field = manifest.config.find(({ key }) => key === fieldIn(host))
    return field ? t('plugins.hostOf', { field: read(field.label) }) : host
  })
  const items = [
    { label: t('plugins.id'), children: <code>{script.plugin}</code> },
    { label: t('plugins.kind'), children: t(`plugins.kinds.${script.kind}`) },
    { label: t('plugins.version'), children: script.version },
    { label: t('plugins.origin'), children: t(`plugins.origins.${script.origin}`) },
    { label: t('plugins.since'), children: format.time(script.created_at) },
    { label: t('plugins.functions'), children: <code>{script.exports.join(', ')}</code> },
    { label: t('plugins.hosts'), children: hosts.length > 0 ? <code>{hosts.join(', ')}</code> : t('plugins.hostsNone') },
    {
      label: t('plugins.interfaces.title'),
      children: <Link to={interfacesOf(script.plugin)}>{format.number(count)}</Link>,
    },
  ] // prettier-ignore
  return (
    <Card>
      <Descriptions size="small" column={{ xs: 1, md: 2, xl: 3 }} items={items} />
    </Card>
  )
}

/** What an interface of it is asked for. */
function Fields({ fields }: { readonly fields: readonly Field[] }) {
  const t = useTexts()
  const read = useRead()
  return (
    <Card title={<h2 className="section">{t('plugins.fields')}</h2>}>
      <section className="list" aria-label={t('plugins.fields')} tabIndex={0}>
        <Table<Field>
          size="small"
          rowKey="key"
          dataSource={fields}
          pagination={false}
          locale={{ emptyText: t('plugins.fieldsNone') }}
          columns={[
            {
              title: t('plugins.label'),
              key: 'label',
              render: (_, one) => (
                <>
                  {read(one.label)} {one.required && <Tag>{t('pieces.required')}</Tag>}
                </>
              ),
            },
            { title: t('plugins.key'), key: 'key', render: (_, one) => <code>{one.key}</code> },
            { title: t('plugins.type'), key: 'type', render: (_, one) => t(`plugins.types.${one.type}`) },
          ]}
        />
      </section>
    </Card>
  )
}
