import { answer, api, ErrorPanel } from '@lessor/ui'
import { Spin } from 'antd'
import { useParams } from 'react-router'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { pluginLink } from './links.ts'
import { usePlugin } from './queries.ts'
import { Workbench } from './workbench.tsx'

/** The script of a plugin that is there. */
export default function ScriptPage() {
  const t = useTexts()
  const { plugin = '' } = useParams()
  const { data, error, refetch } = usePlugin(plugin)
  const back = { to: pluginLink(plugin), text: plugin }
  if (error && !data)
    return (
      <Page title={plugin} back={back}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  if (!data) return <Spin delay={200} />
  return (
    <Workbench
      key={plugin}
      plugin={plugin}
      title={t('plugins.scriptTitle', { plugin })}
      back={back}
      script={data}
      save={(source, base, signal) =>
        answer(
          api.POST('/api/admin/plugins/{plugin}/versions', {
            params: { path: { plugin } },
            body: { source, base_id: base },
            signal,
          }),
        )
      }
    />
  )
}
