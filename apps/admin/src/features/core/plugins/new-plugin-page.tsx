import { answer, api } from '@lessor/ui'
import { useNavigate } from 'react-router'
import { useTexts } from '../../../texts.ts'
import { dropDraft } from './draft.ts'
import { pluginsPath, scriptLink } from './links.ts'
import { Workbench } from './workbench.tsx'

const begun = `/* lessor-plugin
{
  "id": "notifier-example",
  "kind": "notifier",
  "version": "1.0.0",
  "name": { "en": "Example", "zh": "示例" },
  "description": { "en": "Posts each notice to an address.", "zh": "把每条通知发送到一个地址。" },
  "config": [
    { "key": "url", "type": "url", "required": true, "label": { "en": "Address", "zh": "地址" } }
  ],
  "hosts": ["{url}"]
}
*/

export async function send(notice, lessor) {
  const answer = await lessor.fetch(lessor.config.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(notice),
  })
  if (answer.status >= 300) throw new Error(\`It answered \${answer.status}\`)
}
`

/** A plugin that isn't there yet: its manifest says which one it becomes. */
export default function NewPluginPage() {
  const t = useTexts()
  const go = useNavigate()
  return (
    <Workbench
      plugin=""
      title={t('plugins.add')}
      back={{ to: pluginsPath, text: t('plugins.title') }}
      script={{ id: '', version: '', source: begun, exports: [], manifest: undefined }}
      save={async (source, _, signal) => {
        const saved = await answer(api.POST('/api/admin/plugins', { body: { source }, signal }))
        dropDraft('')
        void go(scriptLink(saved.plugin), { replace: true })
        return saved
      }}
    />
  )
}
