import { ErrorPanel, showBrand } from '@lessor/ui'
import { Flex, Input, Spin } from 'antd'
import { Page } from '../../../pieces/page.tsx'
import { useWholeRules, WholeInput, wholeOf } from '../../../pieces/whole-field.tsx'
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
      fields={[
        { name: 'name_zh', label: t('settings.nameZh'), input: <Input /> },
        { name: 'name_en', label: t('settings.nameEn'), input: <Input /> },
        {
          name: 'contact',
          label: t('settings.contact'),
          extra: t('settings.contactWhat'),
          input: <Input />,
        },
      ]}
    />
  )
}

function IntervalsCard({ settings }: CardProps) {
  const t = useTexts()
  const most = 86_400
  const [fromZero, fromOne] = [useWholeRules(0, most, false), useWholeRules(1, most, false)]
  const whole = { input: <WholeInput />, read: wholeOf }
  return (
    <SectionCard
      section="verification"
      title={t('settings.intervals')}
      what={t('settings.intervalsWhat')}
      settings={settings}
      values={settings.verification}
      fields={[
        {
          name: 'heartbeat_interval_secs',
          label: t('settings.heartbeat'),
          extra: t('settings.heartbeatWhat'),
          ...whole,
          rules: fromOne,
        },
        {
          name: 'tolerance_secs',
          label: t('settings.tolerance'),
          extra: t('settings.toleranceWhat'),
          ...whole,
          rules: fromZero,
        },
        {
          name: 'cleanup_interval_secs',
          label: t('settings.cleanup'),
          extra: t('settings.cleanupWhat'),
          ...whole,
          rules: fromOne,
        },
      ]}
    />
  )
}
