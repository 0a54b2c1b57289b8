import { PageTabs } from '../../../pieces/page-tabs.tsx'
import { useTexts } from '../../../texts.ts'
import { alertsPath, rulesPath } from './links.ts'

export function AlertTabs() {
  const t = useTexts()
  const tabs = [
    { to: alertsPath, text: t('alerts.list') },
    { to: rulesPath, text: t('alerts.rules') },
  ]
  return <PageTabs tabs={tabs} />
}
