import { ErrorPanel, useLanguage } from '@lessor/ui'
import { Badge, Button, Spin, Table, Tag, Typography, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { Page } from '../../../pieces/page.tsx'
import { SeverityMark } from '../../../pieces/severity.tsx'
import { useTexts } from '../../../texts.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { AlertTabs } from './tabs.tsx'
import { useRules, type Rule } from './use-rules.ts'
import { useRuleWords } from './words.ts'

export default function RulesPage() {
  const t = useTexts()
  const { data, error, refetch } = useRules()
  return (
    <Page title={t('alerts.rules')}>
      <AlertTabs />
      <Typography.Paragraph type="secondary">{t('alerts.rulesWhat')}</Typography.Paragraph>
      {data ? (
        <RuleTable rules={data.items} />
      ) : error ? (
        <ErrorPanel error={error} retry={refetch} />
      ) : (
        <Spin delay={200} />
      )}
    </Page>
  )
}

function RuleTable({ rules }: { readonly rules: readonly Rule[] }) {
  const t = useTexts()
  const [changing, setChanging] = useState<Rule>()
  const columns = useColumns(setChanging)
  return (
    <>
      {/* The keyboard scrolls it too. */}
      <section className="list" aria-label={t('alerts.rules')} tabIndex={0}>
        <Table<Rule> size="middle" rowKey="metric" columns={columns} dataSource={rules} pagination={false} />
      </section>
      {changing && <RuleDialog rule={changing} onClose={() => setChanging(undefined)} />}
    </>
  )
}

function useColumns(onChange: (rule: Rule) => void): TableColumnsType<Rule> {
  const t = useTexts()
  const [language] = useLanguage()
  const words = useRuleWords()
  const mayManage = staffCan(useMe(), 'alerts.manage')
  const act: TableColumnsType<Rule> = [
    {
      title: t('pieces.actions'),
      key: 'act',
      render: (_, rule) => <Button onClick={() => onChange(rule)}>{t('alerts.change')}</Button>,
    },
  ]
  return [
    {
      title: t('alerts.metric'),
      key: 'metric',
      className: 'said',
      render: (_, { label, help, changed }) => (
        <>
          <b>{label[language]}</b> {changed && <Tag>{t('alerts.changed')}</Tag>}
          <p>{help[language]}</p>
        </>
      ),
    },
    {
      title: t('alerts.condition'),
      key: 'condition',
      render: (_, rule) => (
        <>
          {words.amount(rule)}
          <br />
          {words.lasting(rule.for_s)}
        </>
      ),
    },
    {
      title: t('alerts.severity'),
      key: 'severity',
      render: (_, { severity }) => <SeverityMark of={severity} />,
    },
    {
      title: t('alerts.state'),
      key: 'enabled',
      render: (_, { enabled }) => (
        <Badge status={enabled ? 'success' : 'default'} text={t(enabled ? 'alerts.on' : 'alerts.off')} />
      ),
    },
    ...(mayManage ? act : []),
  ]
}
