import { staffCan, useMe } from '../../../me.ts'
import { PageTabs } from '../../../pieces/page-tabs.tsx'
import { useTexts } from '../../../texts.ts'
import { historyPath, noticesPath } from './links.ts'

export function NoticeTabs() {
  const t = useTexts()
  const me = useMe()
  const choice = { to: noticesPath, text: t('notices.choice') }
  const history = { to: historyPath, text: t('notices.history') }
  return (
    <PageTabs
      tabs={[
        ...(staffCan(me, 'notices.manage') ? [choice] : []),
        ...(staffCan(me, 'logs.read') ? [history] : []),
      ]}
    />
  )
}
