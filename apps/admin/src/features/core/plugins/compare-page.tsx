import { ErrorPanel, lazyPage } from '@lessor/ui'
import { Flex, Select, Spin } from 'antd'
import { Suspense } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { pluginLink } from './links.ts'
import { useVersion, useVersions } from './queries.ts'

const Diff = lazyPage(() => import('./code/diff.tsx'))

/** Two versions of a plugin, as the address names them. */
export default function ComparePage() {
  const t = useTexts()
  const { plugin = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
  const [before, after] = [useVersion(from), useVersion(to)]
  const choose = (name: 'from' | 'to') => (id: string) =>
    setParams({ from, to, [name]: id }, { replace: true })
  const failed = [before, after].find(({ error, data }) => error && !data)
  return (
    <Page title={t('plugins.compareTitle', { plugin })} back={{ to: pluginLink(plugin), text: plugin }}>
      <Flex gap={8} wrap align="center" style={{ marginBlockEnd: 12 }}>
        <Choice plugin={plugin} label={t('plugins.before')} value={from} onChange={choose('from')} />
        <span aria-hidden="true">→</span>
        <Choice plugin={plugin} label={t('plugins.after')} value={to} onChange={choose('to')} />
      </Flex>
      {failed && <ErrorPanel error={failed.error} retry={failed.refetch} />}
      {before.data && after.data && (
        <Suspense fallback={<Spin delay={200} />}>
          {before.data.source === after.data.source && <p role="status">{t('plugins.same')}</p>}
          <Diff
            before={before.data.source}
            after={after.data.source}
            labels={[before.data.version, after.data.version]}
          />
        </Suspense>
      )}
    </Page>
  )
}

interface ChoiceProps {
  readonly plugin: string
  readonly label: string
  readonly value: string
  readonly onChange: (id: string) => void
}

function Choice({ plugin, label, value, onChange }: ChoiceProps) {
  const t = useTexts()
  const { data = [] } = useVersions(plugin)
  const options = data.map(({ id, version, active }) => ({
    value: id,
    label: active ? `${version} (${t('plugins.active')})` : version,
  }))
  return (
    <Select
      aria-label={label}
      value={data.some(({ id }) => id === value) ? value : null}
      placeholder={label}
      options={options}
      onChange={onChange}
      style={{ minWidth: 200 }}
    />
  )
}
