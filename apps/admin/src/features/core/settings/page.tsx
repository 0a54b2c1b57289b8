import { ErrorPanel, showBrand } from '@lessor/ui'
import { Flex, Spin } from 'antd'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { MailCard } from './mail-card.tsx'
import { SectionCard } from './section-card.tsx'
import { useSettings, type Settings } from './use-settings.ts'

export default function SettingsPage() {
  const t = useTexts()
  const settings = useSettings()
  if (settings.error && !settings.data)
    return (
      <Page title={t('settings.title')}>
        <ErrorPanel error={settings.error} retry={settings.refetch} />
      </Page>
    )
  if (!settings.data) return <Spin delay={200} />
  return (
    <Page title={t('settings.title')}>
      <Flex vertical gap={16} style={{ maxWidth: 640 }}>
        <BrandCard settings={settings.data} />
        <IntervalsCard settings={settings.data} />
        <MailCard settings={settings.data} />
      </Flex>
    </Page>
  )
}

interface CardProps {
  readonly settings: Settings
}

function BrandCard({ settings }: CardProps) {
  const t = useTexts()
  return (
    <SectionCard
      section="brand"
      title={t('settings.brand')}
      what={t('settings.brandWhat')}
      settings={settings}
      values={settings.brand}
      after={({ brand }) => showBrand({ zh: brand.name_zh, en: brand.name_en, contact: brand.contact })}
    />
  )
}

function IntervalsCard({ settings }: CardProps) {
  const t = useTexts()
  return (
    <SectionCard
      section="verification"
      title={t('settings.intervals')}
      what={t('settings.intervalsWhat')}
      settings={settings}
      values={settings.verification}
    />
  )
}
